import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { git } from '../support/check-backlog.js';
import { createSandbox, type Sandbox } from '../support/sandbox.js';

/** Two repositories side by side, each with a backlog that is committed. */
async function startTwo() {
  const sandbox = createSandbox();
  const [a, b] = [join(sandbox.dir, 'a'), join(sandbox.dir, 'b')];
  for (const dir of [a, b]) {
    git(sandbox, 'init', '--quiet', '--initial-branch=main', dir);
    for (const pair of [
      ['user.name', 'test'],
      ['user.email', 't@example.org'],
    ]) {
      git({ dir }, 'config', ...pair);
    }
    await sandbox.ok('init', dir);
    git({ dir }, 'add', '--all');
    git({ dir }, 'commit', '--quiet', '-m', 'start');
  }
  return { sandbox, a, b };
}

function setEnv(variables: Readonly<Record<string, string>>): void {
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
}

const countCommits = (dir: string) => Number(git({ dir }, 'rev-list', '--count', 'HEAD'));

function writeHook(sandbox: Sandbox, path: string, script: string): void {
  sandbox.write(path, `#!/bin/sh\n${script}\n`);
  chmodSync(join(sandbox.dir, path), 0o755);
}

describe("git's environment", () => {
  it.each<readonly [string, (a: string) => Readonly<Record<string, string>>]>([
    ['GIT_DIR', (a) => ({ GIT_DIR: join(a, '.git') })],
    ['GIT_WORK_TREE', (a) => ({ GIT_WORK_TREE: a })],
    ['GIT_DIR and GIT_WORK_TREE', (a) => ({ GIT_DIR: join(a, '.git'), GIT_WORK_TREE: a })],
    ['GIT_INDEX_FILE', (a) => ({ GIT_INDEX_FILE: join(a, '.git/index') })],
    ['GIT_OBJECT_DIRECTORY', (a) => ({ GIT_OBJECT_DIRECTORY: join(a, '.git/objects') })],
    ['GIT_COMMON_DIR', (a) => ({ GIT_COMMON_DIR: join(a, '.git') })],
    ['GIT_PREFIX', () => ({ GIT_PREFIX: 'elsewhere/' })],
    ['GIT_CONFIG', (a) => ({ GIT_CONFIG: join(a, '.git/config') })],
    ['GIT_LITERAL_PATHSPECS', () => ({ GIT_LITERAL_PATHSPECS: '0', GIT_GLOB_PATHSPECS: '1' })],
    ['GIT_ICASE_PATHSPECS', () => ({ GIT_ICASE_PATHSPECS: '1' })],
    ['GIT_NAMESPACE', () => ({ GIT_NAMESPACE: 'x' })],
    [
      'settings that come with GIT_DIR',
      (a) => ({
        GIT_DIR: join(a, '.git'),
        GIT_CONFIG_PARAMETERS: "'user.name=of a'",
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'user.email',
        GIT_CONFIG_VALUE_0: 'a@example.org',
      }),
    ],
  ])('is no way to another repository: %s', async (_, variables) => {
    const { sandbox, a, b } = await startTwo();
    setEnv(variables(a));
    const added = await sandbox.run(['-C', b, 'add', '-t', 'task', 'X', '--commit']);
    expect(added).toMatchObject({ code: 0, stderr: '' });
    vi.unstubAllEnvs();
    expect([countCommits(a), countCommits(b)]).toEqual([1, 2]);
    expect(git({ dir: b }, 'log', '-1', '--format=%an %ae')).toBe('test t@example.org\n');
    expect([a, b].map((dir) => git({ dir }, 'status', '--porcelain'))).toEqual(['', '']);
  });

  it.each<readonly [string, (dir: string) => Readonly<Record<string, string>>]>([
    ['GIT_DIR', (a) => ({ GIT_DIR: join(a, '.git') })],
    ['GIT_INDEX_FILE', (a) => ({ GIT_INDEX_FILE: join(a, '.git/index') })],
    ['GIT_DIFF_OPTS', () => ({ GIT_DIFF_OPTS: '--unified=0' })],
    ['GIT_EXTERNAL_DIFF', () => ({ GIT_EXTERNAL_DIFF: 'false' })],
    ['GIT_PAGER', () => ({ GIT_PAGER: 'false', PAGER: 'false' })],
    ['GIT_TRACE', () => ({ GIT_TRACE: '1', GIT_TRACE_SETUP: '1' })],
    ['LC_ALL', () => ({ LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' })],
    [
      'GIT_CONFIG_COUNT',
      () => ({
        GIT_CONFIG_COUNT: '2',
        GIT_CONFIG_KEY_0: 'log.showRoot',
        GIT_CONFIG_VALUE_0: 'false',
        GIT_CONFIG_KEY_1: 'diff.noprefix',
        GIT_CONFIG_VALUE_1: 'true',
      }),
    ],
    ['GIT_CONFIG_PARAMETERS', () => ({ GIT_CONFIG_PARAMETERS: "'diff.suppressBlankEmpty=true'" })],
  ])('does not change what is read: %s', async (_, variables) => {
    const { sandbox, a, b } = await startTwo();
    const id = (await sandbox.ok('-C', b, 'add', '-t', 'task', 'X', '--commit')).trim();
    const read = async () => [
      await sandbox.run(['-C', b, 'log', id]),
      await sandbox.run(['-C', b, 'why', id]),
      await sandbox.run(['-C', b, 'diff', 'HEAD~1', '--json']),
      await sandbox.run(['-C', b, 'check', '--changed', 'HEAD~1', '--format', 'json']),
      await sandbox.run(['-C', a, 'log', 'none']),
    ];
    const plain = await read();
    setEnv(variables(a));
    expect(await read()).toEqual(plain);
  });

  it('is heard where it names the repository of the backlog', async () => {
    const { sandbox, a } = await startTwo();
    await sandbox.ok('-C', a, 'add', 'A story that no one has checked yet');
    const other = { GIT_INDEX_FILE: join(a, '.git/other-index') };
    execFileSync('git', ['add', '--all'], { cwd: a, env: { ...process.env, ...other } });
    const check = () => sandbox.run(['-C', a, 'check', '--staged', '--format', 'json']);
    expect(JSON.parse((await check()).stdout).files).toBe(0);
    setEnv(other);
    expect(JSON.parse((await check()).stdout).files).toBe(1);
    // As git names it to hooks, from wherever in the work tree.
    setEnv({ GIT_INDEX_FILE: '.git/other-index', GIT_DIR: join(a, '.git') });
    const inside = await sandbox.run([
      '-C',
      join(a, 'backlog'),
      'check',
      '--staged',
      '--format',
      'json',
    ]);
    expect(JSON.parse(inside.stdout).files).toBe(1);
  });

  it('ties a work tree to a repository far from it', async () => {
    const { sandbox, a } = await startTwo();
    const tree = join(sandbox.dir, 'tree');
    mkdirSync(tree);
    await sandbox.ok('init', tree);
    setEnv({ GIT_DIR: join(a, '.git'), GIT_WORK_TREE: tree });
    const added = await sandbox.run(['-C', tree, 'add', '-t', 'task', 'X', '--commit']);
    expect(added).toMatchObject({ code: 0 });
    vi.unstubAllEnvs();
    expect(countCommits(a)).toBe(2);
  });

  it('ends a hook of a linked work tree that writes elsewhere', async () => {
    const { sandbox, a, b } = await startTwo();
    git({ dir: a }, 'worktree', 'add', '--quiet', '../linked');
    const linked = join(sandbox.dir, 'linked');
    const seen = join(sandbox.dir, 'environment');
    writeHook(sandbox, 'a/.git/hooks/post-commit', `env | grep ^GIT_ > ${seen}`);
    git({ dir: linked }, 'commit', '--allow-empty', '--quiet', '-m', 'x');
    const variables = sandbox
      .read('environment')
      .trim()
      .split('\n')
      .map((line) => line.split('='));
    expect(variables.map(([name]) => name)).toContain('GIT_DIR');
    setEnv(Object.fromEntries(variables));
    await sandbox.ok('-C', b, 'add', '-t', 'task', 'X', '--commit');
    await sandbox.ok('-C', a, 'add', '-t', 'task', 'Y', '--commit');
    vi.unstubAllEnvs();
    expect([a, b, linked].map(countCommits)).toEqual([2, 2, 2]);
  });

  it('never lets a folder of the clone stand in for git', async () => {
    const { sandbox, a } = await startTwo();
    for (const folder of ['a', 'a/node_modules/.bin']) {
      writeHook(sandbox, `${folder}/git`, `touch ${join(sandbox.dir, 'run')}; exit 1`);
    }
    setEnv({ PATH: `.:node_modules/.bin::${process.env['PATH']}` });
    expect((await sandbox.run(['-C', a, 'diff'])).code).toBe(0);
    expect(existsSync(join(sandbox.dir, 'run'))).toBe(false);
  });
});
