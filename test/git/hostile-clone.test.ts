import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { commandSpecs } from '../../src/commands/index.js';
import { buildIfMissing, program } from '../support/built-program.js';
import { hashFolder } from '../support/folder.js';
import {
  type HostileClone,
  loseAnObject,
  makeArchive,
  writeHostileClone,
} from '../support/hostile-clone.js';
import { started } from '../support/recorded-processes.js';
import { createSandbox, type Sandbox } from '../support/sandbox.js';

vi.mock('node:child_process', async (load) => {
  const { recordProcesses } = await import('../support/recorded-processes.js');
  return recordProcesses(await load());
});

/** Run until they are told to stop, or for git only. */
const notOnce = ['site serve', 'merge-driver'];
const allowed = [
  'cat-file',
  'config',
  'diff',
  'log',
  'ls-files',
  'ls-tree',
  'merge-base',
  'rev-parse',
];

/** Every command as it reads: with an item where it wants words, and no writing. */
function listReadings({ id, gone }: HostileClone): readonly (readonly string[])[] {
  const plain = commandSpecs
    .filter(({ name }) => !notOnce.includes(name))
    .map(({ name, args = [], writes }) => [
      ...name.split(' '),
      // Pages go where they are asked for.
      ...args
        .filter(({ required }) => required)
        .map(() => (name === 'site build' ? '../pages' : id)),
      ...(writes ? ['--dry-run'] : []),
      '--yes',
    ]);
  return [
    ...plain,
    ['check'],
    ['check', '--changed', 'HEAD~1'],
    ['check', '--changed'],
    ['check', '--staged'],
    ['check', 'backlog/**/*.md'],
    ['diff'],
    ['diff', 'HEAD~1..HEAD'],
    ['diff', 'HEAD~1...HEAD'],
    ['log', id],
    ['log', gone],
    ['why', id],
    ['show', gone],
    ['doctor'],
    ['rank', '--at', 'HEAD~1'],
    ['list', '--at', 'HEAD~1'],
    ['list', 'updated:2020-01-01..2030-01-01', '--all'],
    ['trace'],
  ];
}

async function readAll(sandbox: Sandbox, clone: HostileClone) {
  const before = hashFolder(clone.dir);
  const config = readFileSync(join(clone.dir, '.git/config'), 'utf8');
  const index = readFileSync(join(clone.dir, '.git/index'));
  started.calls.length = 0;
  for (const argv of listReadings(clone)) {
    const { stderr } = await sandbox.run(['-C', 'clone', ...argv]);
    expect([argv, stderr]).toEqual([argv, expect.not.stringContaining('unexpected error')]);
    expect([argv, clone.sprung()]).toEqual([argv, []]);
  }
  const words = started.calls.map(([command, ...args]) => [
    command,
    args.find((arg, at) => !arg.startsWith('-') && args[at - 1] !== '-c'),
  ]);
  expect(words.length).toBeGreaterThan(20);
  expect(words.filter(([command]) => command !== 'git')).toEqual([]);
  expect(
    [...new Set(words.map(([, word]) => word))].filter((word) => !allowed.includes(word ?? '')),
  ).toEqual([]);
  expect(hashFolder(clone.dir)).toEqual(before);
  expect(readFileSync(join(clone.dir, '.git/config'), 'utf8')).toBe(config);
  expect(readFileSync(join(clone.dir, '.git/index')).equals(index)).toBe(true);
}

describe('a hostile repository', () => {
  it('runs and changes nothing in any reading command', async () => {
    const sandbox = createSandbox();
    await readAll(sandbox, await writeHostileClone(sandbox));
  });

  it('nor does one with a hostile configuration, from an archive', async () => {
    const sandbox = createSandbox();
    const clone = await writeHostileClone(sandbox);
    makeArchive(clone, sandbox);
    await readAll(sandbox, clone);
    // The traps do go off where git is called as anybody would, and has a file to look at.
    const { path } = await sandbox.json<{ path: string }>('-C', 'clone', 'show', clone.id);
    appendFileSync(join(clone.dir, path), 'more\n');
    spawnSync('git', ['diff', 'HEAD'], { cwd: clone.dir });
    spawnSync('git', ['status'], { cwd: clone.dir });
    spawnSync('git', ['log', '-p', '--no-ext-diff'], { cwd: clone.dir });
    for (const name of ['clean', 'fsmonitor', 'textconv']) {
      expect(clone.sprung()).toContain(name);
    }
  });

  it('nor does one that lacks an object, which git would fetch by a program', async () => {
    const sandbox = createSandbox();
    const clone = await writeHostileClone(sandbox);
    const { path } = await sandbox.json<{ path: string }>('-C', 'clone', 'show', clone.id);
    makeArchive(clone, sandbox);
    loseAnObject(clone, path);
    await readAll(sandbox, clone);
    spawnSync('git', ['log', '-p', '--no-ext-diff', '--no-textconv'], { cwd: clone.dir });
    expect(clone.sprung()).toContain('promisor');
  });
});

const strace = ['/usr/bin/strace', '/bin/strace'].find((path) => existsSync(path));

const startsGit: ReadonlySet<string> = new Set(['check', 'diff', 'log', 'why']);

describe.skipIf(strace === undefined)('under strace', () => {
  it.each([
    ...['list', 'check --changed HEAD~1', 'check --staged', 'diff HEAD~1', 'log ID', 'why ID'],
    ...['set ID points=5', 'add -t task New', 'doctor --fix', 'done ID'],
  ])('starts nothing but git, writes only its own state, calls no one: %s', async (line) => {
    const words = line.split(' ');
    buildIfMissing();
    const sandbox = createSandbox();
    const clone = await writeHostileClone(sandbox);
    makeArchive(clone, sandbox);
    const [home, trace] = [join(sandbox.dir, 'home'), join(sandbox.dir, 'trace')];
    mkdirSync(home);
    const argv = words.map((word) => (word === 'ID' ? clone.id : word));
    const watched =
      'execve,openat,open,creat,mkdir,rename,renameat,renameat2,link,linkat,unlink,unlinkat,symlink,symlinkat,connect';
    const env = { PATH: process.env['PATH'], HOME: home, XDG_CACHE_HOME: join(home, 'cache') };
    const { status } = spawnSync(
      strace ?? '',
      ['-f', '-qq', '-e', `trace=${watched}`, '-o', trace, process.execPath, program, ...argv],
      { cwd: clone.dir, env, encoding: 'utf8' },
    );
    expect(status).toBeLessThan(3);
    const lines = readFileSync(trace, 'utf8')
      .split('\n')
      .filter((line) => !/= -1 /.test(line));
    const programs = lines.flatMap((line) => /execve\("([^"]+)"/.exec(line)?.[1] ?? []);
    expect(programs.length).toBeGreaterThan(startsGit.has(words[0] ?? '') ? 1 : 0);
    expect(programs.filter((path) => path !== process.execPath && !/\/git$/.test(path))).toEqual(
      [],
    );
    const writes = lines.filter((line) =>
      /O_WRONLY|O_RDWR|O_CREAT|\b(?:creat|mkdir|rename\w*|link\w*|unlink\w*|symlink\w*)\(/.test(
        line,
      ),
    );
    const own =
      /"(?:\/dev\/null|\/dev\/tty|\/proc\/[^"]*|[^"]*\/\.git\/storymark(?:\/[^"]*)?|[^"]*\/home\/[^"]*)"/;
    const isWriter = commandSpecs.some(({ name, writes }) => writes && name === words[0]);
    const isAllowed = (line: string) =>
      own.test(line) || (isWriter && words[0] !== 'check' && /"[^"]*\/clone\/backlog\//.test(line));
    expect(writes.filter((line) => !isAllowed(line))).toEqual([]);
    expect(sandbox.read('victim')).toBe('untouched\n');
    expect(lines.filter((line) => /connect\(.*AF_INET/.test(line))).toEqual([]);
    expect(clone.sprung()).toEqual([]);
  });
});
