import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runGit } from '../../src/git/run-git.js';
import { git } from '../support/check-backlog.js';
import { createSandbox, type Sandbox } from '../support/sandbox.js';

async function start(): Promise<Sandbox> {
  const sandbox = createSandbox();
  git(sandbox, 'init', '--quiet', '--initial-branch=main');
  await sandbox.ok('init');
  git(sandbox, 'add', '--all');
  git(sandbox, 'commit', '--quiet', '-m', 'start');
  return sandbox;
}

const setConfig =
  (...args: readonly string[]) =>
  (sandbox: Sandbox) => {
    git(sandbox, 'config', ...args);
  };

/** Files of another user can be made by root only, and a test may be anyone. */
function standInForGit({ dir, write }: Sandbox): void {
  const advice =
    "fatal: detected dubious ownership in repository at '/x'\\nTo add an exception for this directory, call:\\n\\n\\tgit config --global --add safe.directory /x\\n";
  write('bin/git', `#!/bin/sh\nprintf "${advice}" >&2\nexit 128\n`);
  chmodSync(join(dir, 'bin/git'), 0o755);
  vi.stubEnv('PATH', `${join(dir, 'bin')}:${process.env['PATH']}`);
}

describe('what git says', () => {
  it.each<readonly [string, (sandbox: Sandbox) => void, RegExp]>([
    [
      'there is no repository',
      ({ dir }) => rmSync(join(dir, '.git'), { recursive: true }),
      /^storymark: \S+ is not in a git repository \(create one with git init\)$/,
    ],
    [
      'HEAD is broken',
      ({ write }) => write('.git/HEAD', 'nonsense\n'),
      /^storymark: \S+ is not in a git repository/,
    ],
    [
      'its format is of a later git',
      setConfig('core.repositoryFormatVersion', '99'),
      /^storymark: git rev-parse: Expected git repo version <= 1, found 99$/,
    ],
    [
      'it has an extension this git does not know',
      (sandbox) => {
        git(sandbox, 'config', 'core.repositoryFormatVersion', '1');
        sandbox.write('.git/config', `${sandbox.read('.git/config')}[extensions]\n\tsoon = 1\n`);
      },
      /^storymark: git rev-parse: unknown repository extension found: soon$/,
    ],
    [
      'its configuration cannot be read',
      ({ write }) => write('.git/config', '[core\n'),
      /^storymark: git rev-parse: bad config line 1 in file \S+$/,
    ],
    [
      'core.worktree is elsewhere',
      setConfig('core.worktree', '/usr'),
      /^storymark: core\.worktree of the git repository around \S+ is another folder, \/usr$/,
    ],
    [
      'it is bare',
      ({ dir }) => {
        rmSync(join(dir, '.git'), { recursive: true });
        git({ dir }, 'init', '--quiet', '--bare', '.');
      },
      /^storymark: \S+ is inside a bare git repository or a \.git folder, which has no working files$/,
    ],
    [
      'another user owns it',
      standInForGit,
      /^storymark: git rev-parse: detected dubious ownership in repository at '\S+' To add an exception for this directory, call: git config --global --add safe\.directory \S+$/,
    ],
    [
      'git is not installed',
      () => vi.stubEnv('PATH', '/nowhere'),
      /^storymark: git rev-parse: git is not installed, or not on PATH$/,
    ],
  ])('is passed on when %s', async (_, breakIt, expected) => {
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const sandbox = await start();
    breakIt(sandbox);
    const commands = [
      ['diff'],
      ['check', '--changed'],
      ['check', '--staged'],
      ['list', '--at', 'HEAD'],
    ];
    for (const argv of commands) {
      const { code, stdout, stderr } = await sandbox.run(argv);
      expect([argv, code, stdout]).toEqual([argv, 2, '']);
      expect(stderr.trimEnd()).toMatch(expected);
    }
    const added = await sandbox.run(['add', '-t', 'task', 'x', '--commit']);
    expect([added.code, added.stdout]).toEqual([2, '']);
    const [reason, rest] = added.stderr.trimEnd().split('; nothing was written');
    expect(reason?.replace('--commit: ', '')).toMatch(expected);
    expect(rest).toBe('');
    expect(existsSync(join(sandbox.dir, 'backlog/items'))).toBe(false);
  });

  it('names the subcommand and the reason of a failed commit', async () => {
    const sandbox = await start();
    sandbox.write('.git/hooks/pre-commit', '#!/bin/sh\necho "no stories on Mondays" >&2\nexit 1\n');
    chmodSync(join(sandbox.dir, '.git/hooks/pre-commit'), 0o755);
    const { code, stderr } = await sandbox.run(['add', '-t', 'task', 'x', '--commit']);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'storymark: written, but not committed: git commit: no stories on Mondays\n',
    );
  });
});

describe('a configuration that never ends', () => {
  it.each([
    ['a pipe it includes', '[include]\n\tpath = pipe\n'],
    ['a pipe it includes for this folder', '[includeIf "gitdir:/"]\n\tpath = pipe\n'],
    ['a pipe as the list of ignored files', '[core]\n\texcludesFile = .git/pipe\n'],
    ['a pipe as its attributes', '[core]\n\tattributesFile = .git/pipe\n'],
  ])('stops a read after a while, with a reason: %s', async (_, lines) => {
    const sandbox = await start();
    execFileSync('mkfifo', [join(sandbox.dir, '.git/pipe')]);
    sandbox.write('.git/config', `${sandbox.read('.git/config')}${lines}`);
    const args = ['ls-files', '--others', '--exclude-standard'];
    const hasAttributes = lines.includes('attributes');
    const read = runGit(sandbox.dir, hasAttributes ? ['check-attr', 'merge', '--', 'x'] : args, {
      limit: 300,
    });
    expect(read).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('did not finish within 0.3 seconds') }],
    });
  });
});
