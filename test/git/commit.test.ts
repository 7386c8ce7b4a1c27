import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git } from '../support/check-backlog.js';
import { createSandbox } from '../support/sandbox.js';

/** A repository with one committed item, and ways to look at it. */
async function start(folder = '.', isCommitted = true) {
  const sandbox = createSandbox();
  const dir = join(sandbox.dir, folder);
  git(sandbox, 'init', '--quiet', '--initial-branch=main', folder);
  git({ dir }, 'config', 'user.name', 'test');
  git({ dir }, 'config', 'user.email', 't@example.org');
  await sandbox.ok('init', folder);
  const id = (await sandbox.ok('-C', folder, 'add', '-t', 'task', 'First')).trim();
  const { path } = await sandbox.json<{ path: string }>('-C', folder, 'show', id);
  const item = path.slice(folder === '.' ? 0 : folder.length + 1);
  const call = (...args: readonly string[]) => git({ dir }, ...args);
  if (isCommitted) {
    call('add', '--all');
    call('commit', '--quiet', '-m', 'start');
  }
  const change = (from: string, to: string) =>
    sandbox.write(path, sandbox.read(path).replace(from, to));
  return { sandbox, dir, id, path, item, call, change };
}

type Started = Awaited<ReturnType<typeof start>>;

const set = ({ sandbox, id }: Started) => sandbox.run(['set', id, 'points=3', '--commit']);
const lastFiles = ({ call }: Started) => call('show', '--name-only', '--format=%s');

describe('--commit', () => {
  it.each<readonly [string, (one: Started) => void]>([
    [
      'is partly staged',
      ({ call, item, change }) => {
        change('First', 'Staged');
        call('add', item);
        change('Staged', 'Not staged');
      },
    ],
    [
      'is staged',
      ({ call, item, change }) => {
        change('First', 'Staged');
        call('add', item);
      },
    ],
    ['is changed and not staged', ({ change }) => change('First', 'Not staged')],
    [
      'is staged for deletion, and there',
      ({ call, item }) => {
        call('rm', '--quiet', '--cached', item);
      },
    ],
    [
      'is staged under a new name',
      ({ call, item }) => {
        call('mv', item, item.replace('first', 'renamed'));
      },
    ],
    [
      'is only marked to be added',
      ({ call, item, sandbox, path }) => {
        const text = sandbox.read(path);
        call('rm', '--quiet', '--force', item);
        call('commit', '--quiet', '-m', 'gone');
        sandbox.write(path, text);
        call('add', '--intent-to-add', item);
      },
    ],
    [
      'is new and staged',
      ({ call, item, sandbox, path }) => {
        const text = sandbox.read(path);
        call('rm', '--quiet', '--force', item);
        call('commit', '--quiet', '-m', 'gone');
        sandbox.write(path, text);
        call('add', item);
      },
    ],
    [
      'had a conflict that is solved and not added',
      ({ call, item, sandbox, path, change }) => {
        call('checkout', '--quiet', '-b', 'other');
        change('First', 'Theirs');
        call('commit', '--quiet', '-am', 'theirs');
        call('checkout', '--quiet', 'main');
        change('First', 'Ours');
        call('commit', '--quiet', '-am', 'ours');
        call('checkout', '--quiet', '-b', 'third');
        call('-c', 'merge.storymark.driver=false', 'checkout', '--quiet', '--merge', 'third');
        const blob = call('rev-parse', `HEAD:${item}`).trim();
        call('rm', '--quiet', '--cached', item);
        git({ dir: sandbox.dir }, 'update-index', '--add', '--cacheinfo', `100644,${blob},x`);
        sandbox.write(path, sandbox.read(path));
      },
    ],
  ])('takes no change along that was there before: the file %s', async (_, prepare) => {
    const one = await start();
    prepare(one);
    const state = () => [
      one.call('log', '--format=%s'),
      one.call('status', '--porcelain'),
      one.call('diff'),
      one.call('diff', '--cached'),
    ];
    const before = state();
    const { code, stderr } = await set(one);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^storymark: backlog\/items\/\S+: --commit: has uncommitted changes that --commit would include; commit them first or omit --commit; nothing was written\n$/,
    );
    expect(state()).toEqual(before);
  });

  it.each(['merge', 'cherry-pick'])('writes nothing in the middle of a %s', async (step) => {
    const one = await start();
    one.sandbox.write('note', 'x');
    one.call('add', 'note');
    one.call('commit', '--quiet', '-m', 'note');
    one.call('checkout', '--quiet', '-b', 'other', 'HEAD~1');
    one.sandbox.write('note', 'y');
    one.call('add', 'note');
    one.call('commit', '--quiet', '-m', 'other note');
    expect(() => one.call(step, 'main')).toThrow();
    const before = one.sandbox.read(one.path);
    expect(await set(one)).toMatchObject({
      code: 2,
      stderr: `storymark: --commit: a ${step} is in progress; finish it or omit --commit; nothing was written\n`,
    });
    expect(one.sandbox.read(one.path)).toBe(before);
  });

  it('leaves what else is staged, changed or new as it is', async () => {
    const one = await start();
    one.sandbox.write('staged', '1');
    one.call('add', 'staged');
    one.sandbox.write('staged', '2');
    one.sandbox.write('new', '1');
    expect((await set(one)).code).toBe(0);
    expect(lastFiles(one)).toBe(`Set points=3 on ${one.id}\n\n${one.item}\n`);
    expect(one.call('status', '--porcelain')).toBe('AM staged\n?? new\n');
  });

  it('commits a file whole that git does not know', async () => {
    const one = await start();
    one.sandbox.write('staged', '1');
    one.call('add', 'staged');
    const id = (await one.sandbox.ok('add', '-t', 'task', 'Second')).trim();
    expect((await set({ ...one, id })).code).toBe(0);
    expect(one.call('status', '--porcelain')).toBe('A  staged\n');
  });

  it('makes the first commit of a repository, of its own file only', async () => {
    const one = await start('.', false);
    one.call('add', 'backlog/backlog.yaml');
    const before = one.call('status', '--porcelain', 'backlog/backlog.yaml');
    expect((await set(one)).code).toBe(0);
    expect(lastFiles(one)).toContain(one.item);
    expect(one.call('status', '--porcelain', 'backlog/backlog.yaml')).toBe(before);
  });

  it('commits to no branch where HEAD is on none', async () => {
    const one = await start();
    one.call('checkout', '--quiet', '--detach');
    expect((await set(one)).code).toBe(0);
    expect(one.call('rev-parse', 'HEAD~1')).toBe(one.call('rev-parse', 'main'));
  });

  it('commits in the submodule a backlog is in', async () => {
    const one = await start('sub');
    git(one.sandbox, 'init', '--quiet', '--initial-branch=main');
    git(one.sandbox, 'add', 'sub');
    const { code } = await one.sandbox.run(['-C', 'sub', 'set', one.id, 'points=3', '--commit']);
    expect([code, one.call('rev-list', '--count', 'HEAD')]).toEqual([0, '2\n']);
    expect(git(one.sandbox, 'ls-files')).toBe('sub\n');
  });

  it('commits outside of what a sparse checkout shows', async () => {
    const one = await start();
    one.call('sparse-checkout', 'set', '--no-cone', '/backlog/items/', '/backlog/backlog.yaml');
    const { code, stderr } = await one.sandbox.run(['add', '-t', 'goal', 'Grow', '--commit']);
    expect([code, stderr]).toEqual([0, '']);
    expect(one.call('show', '--name-only', '--format=')).toBe('backlog/goals/grow.md\n');
  });

  it.each<readonly [string, (one: Started) => void, string]>([
    [
      'a hook',
      ({ sandbox, dir }) => {
        mkdirSync(join(dir, '.git/hooks'), { recursive: true });
        sandbox.write('.git/hooks/pre-commit', '#!/bin/sh\necho no >&2\nexit 1\n');
        chmodSync(join(dir, '.git/hooks/pre-commit'), 0o755);
      },
      'git commit: no',
    ],
    [
      'a signature that cannot be made',
      ({ call }) => {
        call('config', 'commit.gpgsign', 'true');
        call('config', 'gpg.program', 'false');
      },
      'git commit: gpg failed to sign the data failed to write commit object',
    ],
    [
      'a locked index',
      ({ sandbox }) => sandbox.write('.git/index.lock', ''),
      'git add: Unable to create',
    ],
  ])('stages nothing when %s stops it', async (_, prepare, reason) => {
    const one = await start();
    one.sandbox.write('staged', '1');
    one.call('add', 'staged');
    one.call('config', 'commit.gpgsign', 'false');
    prepare(one);
    const { code, stderr, stdout } = await one.sandbox.run([
      'add',
      '-t',
      'task',
      'Second',
      '--commit',
    ]);
    expect([code, stdout]).toEqual([2, expect.stringMatching(/^TA-/)]);
    expect(stderr).toContain(`storymark: written, but not committed: ${reason}`);
    rmSync(join(one.dir, '.git/index.lock'), { force: true });
    const status = one.call('status', '--porcelain').trim().split('\n');
    expect(status).toEqual(['A  staged', expect.stringMatching(/^\?\? backlog\/items\/TA-/)]);
  });
});
