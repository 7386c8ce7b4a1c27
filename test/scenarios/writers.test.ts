import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandSpecs } from '../../src/commands/index.js';
import { buildIfMissing, program } from '../support/built-program.js';
import { createFaultyFiles } from '../support/faulty-files.js';
import { hashFolder } from '../support/folder.js';
import { createSandbox, repository, type Sandbox } from '../support/sandbox.js';

/** For every command that writes, words with which it writes something in the example. */
const calls: Readonly<Record<string, readonly string[]>> = {
  add: ['Something new'],
  set: ['7K3', 'labels+=seen'],
  edit: ['7K3'],
  start: ['7K3'],
  done: ['7K3', '--tick'],
  drop: ['7K3'],
  reopen: ['2Q8', '--reason', 'it came back'],
  split: ['7K3', 'One part', '--original', 'drop'],
  archive: ['2Q8'],
  estimate: ['7Q0', '--points', '5'],
  merge: ['M4S', '--into', '7K3'],
  delete: ['7Q0', '--force'],
  'config set': ['sprint.length', '7'],
  import: ['stories', '-'],
  move: ['7K3', '--top'],
  score: ['7K3', 'value=13'],
  rank: ['--apply'],
  'goal measure': ['async-teams', '4'],
  link: ['H7V', 'A5D'],
  triage: ['H7V', '--decline', 'not now'],
  answer: ['0Q5', '--save'],
  ask: ['7K3', 'Also on the phone?', '--to', 'ACME'],
  stage: ['EP-5H', 'next', '--force', 'shown to buyers'],
  'sprint plan': ['--capacity', '20', '--apply'],
  'sprint create': ['The next one'],
  'sprint start': [],
  'sprint add': ['ST-Y4C9T', '--reason', 'outage'],
  'sprint drop': ['7K3'],
  'sprint close': ['--unfinished', 'next'],
};
/** Tested on their own: they write into another place, as they were told, or what they find. */
/** `refine` writes answers as they are given, so it asks somebody. */
const elsewhere = ['refine', 'init', 'check', 'doctor'];
const makesIds = ['add', 'split', 'import'];

const script = `import { readFileSync, writeFileSync } from 'node:fs';
const file = process.argv.at(-1);
writeFileSync(file, readFileSync(file, 'utf8') + 'Edited.\\n');\n`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'storymark-writers-'));
  prepareRepository(join(folder, 'running'), () => {});
  prepareRepository(join(folder, 'planned'), (dir) => {
    const path = join(dir, 'backlog/sprints/2026-S24.md');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('status: active', 'status: planned'));
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The example as a git repository, with a change staged and another not. */
function prepareRepository(dir: string, change: (dir: string) => void): void {
  cpSync(join(repository, 'examples/calendar'), dir, { recursive: true });
  change(dir);
  writeFileSync(join(dir, '.editor.mjs'), script);
  const git = gitIn(dir);
  git('init', '--quiet');
  git('config', 'user.name', 'x');
  git('config', 'user.email', 'x@example.org');
  git('add', '.');
  git('commit', '--quiet', '-m', 'first');
  writeFileSync(join(dir, 'staged.txt'), 'staged');
  git('add', 'staged.txt');
  writeFileSync(join(dir, 'README.md'), 'changed');
}

function gitIn(dir: string) {
  return (...args: readonly string[]) =>
    execFileSync('git', [...args], { cwd: dir, encoding: 'utf8' });
}

/** A repository of its own for one test; the sprint runs unless it is to be started. */
function prepare(name: string) {
  const from = join(folder, name === 'sprint start' ? 'planned' : 'running');
  const sandbox = createSandbox(relative(repository, from));
  return { sandbox, git: gitIn(sandbox.dir) };
}

function run(sandbox: Sandbox, name: string, ...more: readonly string[]) {
  return sandbox.run([...name.split(' '), ...(calls[name] ?? []), ...more], {
    stdin: 'As a cook, I want salt\nAs a cook, I want pepper\n',
    env: { EDITOR: `"${process.execPath}" ${join(sandbox.dir, '.editor.mjs')}` },
  });
}

it('every command that writes is among them', () => {
  const writing = commandSpecs.filter(({ writes }) => writes).map(({ name }) => name);
  expect([...Object.keys(calls), ...elsewhere].sort()).toEqual(
    expect.arrayContaining(writing.sort()),
  );
});

describe.each(Object.keys(calls))('%s', (name) => {
  it('writes nothing with --dry-run, and shows a diff that git applies to what it would write', async () => {
    const { sandbox } = prepare(name);
    const before = hashFolder(sandbox.dir);
    const dry = await run(sandbox, name, '--dry-run');
    expect([dry.code, dry.stderr.includes('unexpected')]).toEqual([0, false]);
    expect(dry.stdout).toMatch(/^--- .*\n\+\+\+ .*\n@@/);
    expect(hashFolder(sandbox.dir)).toEqual(before);
    execFileSync('git', ['apply', '-'], { cwd: sandbox.dir, input: dry.stdout });
    const applied = hashFolder(sandbox.dir);
    expect(applied).not.toEqual(before);
    // Each run draws other ids.
    if (makesIds.includes(name)) return;
    const other = prepare(name).sandbox;
    await run(other, name);
    expect(hashFolder(other.dir)).toEqual(applied);
  });

  it('lists its changes as JSON with --dry-run --json', async () => {
    const { sandbox } = prepare(name);
    const { stdout } = await run(sandbox, name, '--dry-run', '--json');
    const { dryRun, changes } = JSON.parse(stdout) as {
      dryRun: boolean;
      changes: { path: string; diff: string }[];
    };
    expect(dryRun).toBe(true);
    expect(changes.length).toBeGreaterThan(0);
    for (const { path, diff } of changes) {
      expect(path).toMatch(/^backlog\//);
      expect(diff).toContain('@@');
    }
  });

  it('commits its own files and nothing else with --commit', async () => {
    const { sandbox, git } = prepare(name);
    const { code, stderr } = await run(sandbox, name, '--commit');
    expect([code, stderr.includes('storymark:')]).toEqual([0, false]);
    const committed = git('show', '--name-only', '--format=%s', 'HEAD').trim().split('\n');
    expect(committed[0]).not.toBe('first');
    expect(committed.length).toBeGreaterThan(2);
    for (const path of committed.slice(2)) expect(path).toMatch(/^backlog\//);
    expect(git('status', '--porcelain').trimEnd().split('\n')).toEqual([
      ' M README.md',
      'A  staged.txt',
    ]);
  });
});

describe('--commit', () => {
  it('writes nothing where there is no repository', async () => {
    const sandbox = createSandbox('examples/calendar');
    const before = hashFolder(sandbox.dir);
    const { code, stdout, stderr } = await sandbox.run(['set', '7K3', 'points=3', '--commit']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      'is not in a git repository (create one with git init); nothing was written',
    );
    expect(hashFolder(sandbox.dir)).toEqual(before);
  });

  it('that git refuses says that the files are written', async () => {
    const { sandbox, git } = prepare('set');
    sandbox.write('.git/hooks/pre-commit', '#!/bin/sh\necho not today >&2\nexit 1\n');
    execFileSync('chmod', ['+x', join(sandbox.dir, '.git/hooks/pre-commit')]);
    const { code, stdout, stderr } = await sandbox.run(['set', '7K3', 'points=3', '--commit']);
    expect([code, stdout]).toEqual([2, 'ST-7K3FD\n']);
    expect(stderr).toBe('storymark: written, but not committed: git commit: not today\n');
    expect(git('diff', 'HEAD', '--', 'backlog')).toContain('+points: 3');
  });

  it('lets a hook of git write, also where another writer was quicker', async () => {
    buildIfMissing();
    const { sandbox, git } = prepare('set');
    const hook = '.git/hooks/pre-commit';
    sandbox.write(
      hook,
      `#!/bin/sh\nexec "${process.execPath}" "${program}" add -t task Hooked >&2\n`,
    );
    execFileSync('chmod', ['+x', join(sandbox.dir, hook)]);
    const path = 'backlog/items/ST-7K3FD-see-who-is-working-now.md';
    let isQuicker = false;
    // Another writer, between our reading and our taking the lock.
    const files = createFaultyFiles('EIO', (_, step) => {
      if (step === 'link' && !isQuicker) {
        isQuicker = true;
        sandbox.write(path, sandbox.read(path).replace('status: ', 'team: blue\nstatus: '));
        git('commit', '--quiet', '--no-verify', '-m', 'quicker', '--', path);
      }
      return false;
    });
    const { code, stderr } = await sandbox.run(['set', '7K3', 'points=3', '--commit'], { files });
    expect([code, stderr, isQuicker]).toEqual([0, '', true]);
    expect(git('show', 'HEAD', '--', path)).toContain('+points: 3');
    expect(sandbox.read(path)).toContain('team: blue');
    expect(await sandbox.ok('list', 'Hooked')).toContain('Hooked');
  });

  it('commits the move of a file that git never knew', async () => {
    const { sandbox, git } = prepare('archive');
    const id = (await sandbox.ok('add', 'short-lived')).trim();
    await sandbox.ok('drop', id);
    expect((await sandbox.run(['archive', id, '--commit'])).stderr).toBe('');
    expect(git('show', '--name-only', '--format=', 'HEAD').trim()).toBe(
      `backlog/items/archive/${id}-short-lived.md`,
    );
  });

  it('takes names for names, not for patterns', async () => {
    const { sandbox, git } = prepare('set');
    const text = sandbox
      .read('backlog/items/ST-7K3FD-see-who-is-working-now.md')
      .replace('ST-7K3FD', 'ST-00000');
    sandbox.write('backlog/items/ST-00000-[a-z]*.md', text);
    sandbox.write('backlog/items/ST-00000-b.txt', 'not mine');
    await sandbox.ok('set', 'ST-00000', 'points=3', '--commit');
    expect(git('show', '--name-only', '--format=', 'HEAD').trim()).toBe(
      'backlog/items/ST-00000-[a-z]*.md',
    );
  });

  it('starts the history of a backlog with init', async () => {
    const sandbox = createSandbox();
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=x', ...args], { cwd: sandbox.dir, encoding: 'utf8' });
    git('init', '--quiet');
    git('config', 'user.name', 'x');
    git('config', 'user.email', 'x@example.org');
    await sandbox.ok('init', '--commit');
    expect(git('show', '--name-only', '--format=%s', 'HEAD').trim()).toBe(
      'Start a product backlog\n\nbacklog/.gitattributes\nbacklog/.gitignore\nbacklog/backlog.yaml',
    );
  });
});
