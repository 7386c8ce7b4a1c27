import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { commandSpecs } from '../../src/commands/index.js';
import { git } from '../support/check-backlog.js';
import { hashFolder } from '../support/folder.js';
import { type HostileClone, makeArchive, writeHostileClone } from '../support/hostile-clone.js';
import { started } from '../support/recorded-processes.js';
import { createSandbox, type Sandbox } from '../support/sandbox.js';

vi.mock('node:child_process', async (load) => {
  const { recordProcesses } = await import('../support/recorded-processes.js');
  return recordProcesses(await load());
});

/** Every command that writes, by its name, as it does so for real. */
const writings: readonly (readonly [name: string, line: string])[] = [
  ['check', 'check --fix'],
  ['add', 'add -t task New --set status=ready --force x'],
  ['set', 'set ID labels+=x'],
  ['start', 'start ID'],
  ['done', 'done ID'],
  ['reopen', 'reopen ID'],
  ['drop', 'drop TWO --force x'],
  ['archive', 'archive TWO'],
  ['delete', 'delete THREE --yes --force'],
  ['merge', 'merge FOUR --into ID'],
  ['split', 'split FIVE --original keep One Two'],
  ['edit', 'edit ID'],
  ['move', 'move ID --bottom'],
  ['rank', 'rank --apply'],
  ['score', 'score SIX value=3'],
  ['estimate', 'estimate SIX --points 5'],
  ['refine', 'refine --agenda'],
  ['goal measure', 'goal measure GOAL 5'],
  ['stage', 'stage EPIC next --evidence https://example.org/x'],
  ['config set', 'config set vision.for everyone'],
  ['doctor', 'doctor --fix'],
  ['sprint plan', 'sprint plan --capacity 9 --apply'],
  ['sprint create', 'sprint create Another'],
  ['sprint add', 'sprint add SIX'],
  ['sprint drop', 'sprint drop SIX'],
  ['sprint start', 'sprint start'],
  ['sprint close', 'sprint close --unfinished backlog'],
  ['ask', 'ask ID Really?'],
  ['link', 'link SIX GOAL'],
  ['triage', 'triage FEED --link SIX'],
  ['answer', 'answer FEED --save'],
  ['import', 'import csv ../table.csv'],
  ['init', 'init new'],
];

/** These find nothing to write there, or refuse it since not all files can be read. */
const idle = ['check', 'doctor', 'refine', 'rank', 'sprint plan'];

const reading = [
  'cat-file',
  'config',
  'diff',
  'log',
  'ls-files',
  'ls-tree',
  'merge-base',
  'rev-parse',
  'rev-list',
];
const committing = [...reading, 'add', 'commit', 'update-index'];

/** What `init` is asked for. */
const initPaths = /^clone\/(?:new\/|\.git\/config$)/;
const commitPaths = /^clone\/\.git\/(?:objects\/|index$|refs\/heads\/main$|logs\/|COMMIT_EDITMSG$)/;

interface Prepared {
  readonly sandbox: Sandbox;
  readonly clone: HostileClone;
  readonly ids: Readonly<Record<string, string>>;
}

/** A clone with something for each command to work on, and a user with a hook and an editor. */
async function prepare(): Promise<Prepared> {
  const sandbox = createSandbox();
  const clone = await writeHostileClone(sandbox);
  const ids: Record<string, string> = { ID: clone.id };
  for (const [name, ...words] of [
    ...['TWO', 'THREE', 'FOUR', 'FIVE', 'SIX'].map((one) => [one, '-t', 'task', one]),
    ['EPIC', '-t', 'epic', 'Epic'],
    ['GOAL', '-t', 'goal', 'Goal', '--set', 'measure=visits', '--set', 'target=9'],
    ['FEED', '-t', 'feedback', 'Feed'],
  ]) {
    ids[name ?? ''] = (await sandbox.ok('-C', 'clone', 'add', ...words)).trim();
  }
  git({ dir: clone.dir }, 'add', '--all', '--force');
  git({ dir: clone.dir }, 'commit', '--quiet', '--no-verify', '-m', 'a commit');
  sandbox.write('table.csv', 'Title\nImported\n');
  sandbox.write('user/editor', '#!/bin/sh\necho more >> "$1"\n');
  sandbox.write('user/hooks/pre-commit', `#!/bin/sh\necho hook >> '${sandbox.dir}/user/ran'\n`);
  for (const path of ['user/editor', 'user/hooks/pre-commit']) {
    chmodSync(join(sandbox.dir, path), 0o755);
  }
  sandbox.write(
    'user/gitconfig',
    `[user]\n\tname = test\n\temail = test@example.org\n[core]\n\thooksPath = ${sandbox.dir}/user/hooks\n`,
  );
  vi.stubEnv('GIT_CONFIG_GLOBAL', join(sandbox.dir, 'user/gitconfig'));
  vi.stubEnv('GIT_CONFIG_SYSTEM', '/dev/null');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return { sandbox, clone, ids };
}

/** Runs one command and says what it wrote outside of the backlog and our own state, and started. */
async function write({ sandbox, ids }: Prepared, line: string, more: readonly string[] = []) {
  const editor = join(sandbox.dir, 'user/editor');
  const argv = [...line.split(' ').map((word) => ids[word] ?? word), ...more];
  started.calls.length = 0;
  const before = hashAll(sandbox.dir);
  const run = await sandbox.run(['-C', 'clone', ...argv], { env: { EDITOR: editor } });
  const after = hashAll(sandbox.dir);
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const written = paths.filter((path) => before[path] !== after[path]);
  return {
    ...run,
    isWritten: written.length > 0,
    outside: written.filter((path) => !/^clone\/(?:backlog|\.git\/storymark)\//.test(path)),
    git: started.calls.flatMap(([command, ...args]) =>
      command === 'git'
        ? [args.find((arg, at) => !arg.startsWith('-') && args[at - 1] !== '-c') ?? '']
        : [],
    ),
    programs: started.calls.flatMap(([command = '', ...args]) =>
      command === 'git' || [command, ...args].join(' ').includes(editor) ? [] : [command],
    ),
  };
}

/** Every file with its hash, `.git` not left out. */
function hashAll(dir: string): Readonly<Record<string, string>> {
  const roots = readdirSync(dir).filter((name) => statSync(join(dir, name)).isDirectory());
  const inner = [...roots, 'clone/.git'].flatMap((root) =>
    Object.entries(hashFolder(join(dir, root))).map(
      ([path, hash]) => [`${root}/${path}`, hash] as const,
    ),
  );
  return { ...Object.fromEntries(inner), victim: readFileSync(join(dir, 'victim'), 'utf8') };
}

async function writeAll(prepared: Prepared) {
  for (const [name, line] of writings) {
    const { code, stderr, isWritten, outside, git, programs } = await write(prepared, line);
    const isDone = isWritten || idle.includes(name);
    expect({ name, isDone, stderr }).toEqual({ name, isDone: true, stderr });
    expect({ name, code, stderr }).toEqual({
      name,
      code: expect.any(Number),
      stderr: expect.not.stringContaining('unexpected error'),
    });
    expect({
      name,
      outside: outside.filter((path) => name !== 'init' || !initPaths.test(path)),
    }).toEqual({ name, outside: [] });
    expect({ name, git: git.filter((word) => !reading.includes(word)) }).toEqual({ name, git: [] });
    expect({ name, programs, sprung: prepared.clone.sprung() }).toEqual({
      name,
      programs: [],
      sprung: [],
    });
  }
  expect(existsSync(join(prepared.sandbox.dir, 'user/ran'))).toBe(false);
}

describe('writing in a hostile repository', () => {
  it('has an example of every command that writes', () => {
    const names = commandSpecs.filter(({ writes }) => writes).map(({ name }) => name);
    expect(writings.map(([name]) => name).sort()).toEqual([...names].sort());
  });

  it('writes the backlog and our own state, and runs nothing', async () => {
    await writeAll(await prepare());
  });

  it('nor does it in one from an archive, with prepared state and a hostile configuration', async () => {
    const prepared = await prepare();
    makeArchive(prepared.clone, prepared.sandbox);
    await writeAll(prepared);
  });

  it('runs with --commit what git commit would: hooks of the user, none of the tree', async () => {
    const prepared = await prepare();
    leaveBareRepository(prepared);
    const lines = [
      'add -t task New',
      'set ID labels+=x',
      'drop TWO --force x',
      'delete THREE --yes',
    ];
    for (const line of lines) {
      const { code, stderr, outside, git, programs } = await write(prepared, line, ['--commit']);
      expect({ line, code, stderr, programs }).toEqual({ line, code: 0, stderr, programs: [] });
      expect(outside.filter((path) => !commitPaths.test(path) && path !== 'user/ran')).toEqual([]);
      expect(git.filter((word) => !committing.includes(word))).toEqual([]);
    }
    expect(prepared.sandbox.read('user/ran')).toBe('hook\n'.repeat(lines.length));
    expect(prepared.clone.sprung()).toEqual([]);
  });

  it.each(['set ID labels+=x', 'drop TWO --force x', 'import csv ../table.csv', 'init sub'])(
    'commits into no repository that lies in the tree: %s',
    async (line) => {
      const prepared = await prepare();
      const { clone } = prepared;
      cpSync(join(clone.dir, 'backlog'), join(clone.dir, 'sub'), {
        recursive: true,
        filter: (path) =>
          !/backlog\/.+\//.test(path.slice(clone.dir.length)) || /\/(?:objects|refs)\//.test(path),
      });
      rmSync(join(clone.dir, 'sub/backlog.yaml'));
      const hook = `#!/bin/sh\necho bare >> '${prepared.sandbox.dir}/sprung'\n`;
      for (const at of ['backlog', 'sub']) {
        prepared.sandbox.write(`clone/${at}/hooks/pre-commit`, hook);
        chmodSync(join(clone.dir, at, 'hooks/pre-commit'), 0o755);
        prepared.sandbox.write(
          `clone/${at}/config`,
          `[core]\n\tbare = false\n\tworktree = .\n\thooksPath = hooks\n`,
        );
      }
      const { code, stderr } = await write(prepared, line, ['--commit']);
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringContaining('bare repository'),
      });
      expect(clone.sprung()).toEqual([]);
    },
  );

  it('runs with --commit, and only then, what the configuration of an archive names', async () => {
    const prepared = await prepare();
    leaveBareRepository(prepared);
    makeArchive(prepared.clone, prepared.sandbox);
    await write(prepared, 'set ID labels+=x');
    expect(prepared.clone.sprung()).toEqual([]);
    await write(prepared, 'set SIX labels+=x', ['--commit']);
    expect(prepared.clone.sprung()).toContain('clean');
  });
});

/** Without it: git refuses to work in a folder that looks like a repository of its own. */
function leaveBareRepository({ clone: { dir } }: Prepared): void {
  rmSync(join(dir, 'backlog/HEAD'));
  git({ dir }, 'commit', '--quiet', '--no-verify', '--all', '-m', 'a commit');
}
