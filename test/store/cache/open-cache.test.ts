import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { findGitFolder } from '../../../src/git/git-folder.js';
import { openCache } from '../../../src/store/cache/open-cache.js';

let dir: string;
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'storymark-place-')));
  onTestFinished(() => rmSync(dir, { recursive: true }));
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

function folderFor(root: string, env: Readonly<Record<string, string>> = {}): string | undefined {
  const path = openCache(join(dir, root), findGitFolder(join(dir, root)), env)?.path;
  return path && dirname(path).slice(dir.length + 1);
}

describe('the cache lies', () => {
  it('in the git directory around the backlog', () => {
    write('repo/.git/HEAD', 'ref: refs/heads/main\n');
    expect(folderFor('repo/deep/backlog', { HOME: join(dir, 'home') })).toBe('repo/.git/storymark');
  });

  it('in a worktree’s own git directory', () => {
    write('repo/.git/worktrees/side/HEAD', 'ref: refs/heads/side\n');
    write('side/.git', 'gitdir: ../repo/.git/worktrees/side\n');
    expect(folderFor('side/backlog')).toBe('repo/.git/worktrees/side/storymark');
  });

  it('past a .git that is none, as git looks further up too', () => {
    write('repo/.git/HEAD', 'ref: refs/heads/main\n');
    mkdirSync(join(dir, 'repo/deep/.git'), { recursive: true });
    expect(folderFor('repo/deep/backlog')).toBe('repo/.git/storymark');
  });

  it('outside a repository in the user’s folder for caches', () => {
    const home = join(dir, 'home');
    expect(folderFor('backlog', { HOME: home })).toBe('home/.cache/storymark');
    expect(folderFor('backlog', { HOME: home, XDG_CACHE_HOME: join(dir, 'own') })).toBe(
      'own/storymark',
    );
    expect(folderFor('backlog')).toBeUndefined();
  });

  it('nowhere that a file from elsewhere points to, unless that is git’s', () => {
    write('evil/.git', `gitdir: ${join(dir, 'precious')}\n`);
    write('precious/notes.txt', 'mine');
    expect(folderFor('evil/backlog')).toBeUndefined();
  });

  it('apart for each backlog', () => {
    const env = { XDG_CACHE_HOME: dir };
    const paths = ['a', 'b'].map(
      (root) => openCache(join(dir, root), findGitFolder(join(dir, root)), env)?.path,
    );
    expect(new Set(paths).size).toBe(2);
  });
});
