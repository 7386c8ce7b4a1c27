import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { findRepository } from '../../src/git/git-folder.js';
import { nodeFileSystem } from '../../src/store/file-system.js';
import { locatePlace } from '../../src/store/place.js';

let dir: string;
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'storymark-place-')));
  onTestFinished(() => rmSync(dir, { recursive: true }));
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

type Environment = Readonly<Record<string, string>>;

function placeOf(root: string, env: Environment = { HOME: join(dir, 'home') }) {
  return locatePlace(nodeFileSystem, join(dir, root), findRepository, env);
}

/** The folders of state and cache, as seen from the test's own. */
function foldersOf(root: string, env?: Environment) {
  const { state, cache } = placeOf(root, env);
  return [state, cache].map((path) => path && dirname(path).slice(dir.length + 1));
}

const atHome = ['home/.local/state/storymark', 'home/.cache/storymark'];
const inside = (gitFolder: string) => Array.from({ length: 2 }, () => `${gitFolder}/storymark`);

describe('state and cache lie', () => {
  it('in the git directory around the backlog', () => {
    write('repo/.git/HEAD', 'ref: refs/heads/main\n');
    expect(foldersOf('repo/deep/backlog')).toEqual(inside('repo/.git'));
  });

  it('in a worktree’s own git directory, named by a path of either kind', () => {
    write('repo/.git/worktrees/side/HEAD', 'ref: refs/heads/side\n');
    write('side/.git', 'gitdir: ../repo/.git/worktrees/side\n');
    write('repo/.git/worktrees/side/gitdir', `${join(dir, 'side/.git')}\n`);
    expect(foldersOf('side/backlog')).toEqual(inside('repo/.git/worktrees/side'));
    write('repo/.git/worktrees/side/gitdir', '../../../../side/.git\n');
    expect(foldersOf('side/backlog')).toEqual(inside('repo/.git/worktrees/side'));
  });

  it('in a submodule’s own git directory', () => {
    write('repo/.git/modules/part/HEAD', 'ref: refs/heads/main\n');
    write('repo/.git/modules/part/config', '[core]\n\tworktree = ../../../part\n');
    write('repo/part/.git', 'gitdir: ../.git/modules/part\n');
    expect(foldersOf('repo/part/backlog')).toEqual(inside('repo/.git/modules/part'));
  });

  it('past a .git that is none, as git looks further up too', () => {
    write('repo/.git/HEAD', 'ref: refs/heads/main\n');
    mkdirSync(join(dir, 'repo/deep/.git'), { recursive: true });
    expect(foldersOf('repo/deep/backlog')).toEqual(inside('repo/.git'));
  });

  it('outside a repository in the user’s folders, relative ones ignored', () => {
    const home = join(dir, 'home');
    expect(foldersOf('backlog')).toEqual(atHome);
    const own = { XDG_STATE_HOME: join(dir, 'state'), XDG_CACHE_HOME: join(dir, 'cache') };
    expect(foldersOf('backlog', { HOME: home, ...own })).toEqual([
      'state/storymark',
      'cache/storymark',
    ]);
    const relative = { XDG_STATE_HOME: '.state', XDG_CACHE_HOME: '.cache' };
    expect(foldersOf('backlog', { HOME: home, ...relative })).toEqual(atHome);
    expect(placeOf('backlog', own).cache).not.toBeNull();
    expect(placeOf('backlog', { XDG_STATE_HOME: dir }).cache).toBeNull();
  });

  it.each<[string, () => void]>([
    ['a file that names a folder', () => write('evil/.git', `gitdir: ${join(dir, 'precious')}\n`)],
    ['a link', () => symlinkSync(join(dir, 'precious'), join(dir, 'evil/.git'))],
    [
      'a git directory whose folder for us is a link',
      () => {
        write('evil/.git/HEAD', 'ref: refs/heads/main\n');
        symlinkSync(join(dir, 'precious'), join(dir, 'evil/.git/storymark'));
      },
    ],
    [
      'a git directory whose folder for this backlog is a link',
      () => {
        write('evil/.git/HEAD', 'ref: refs/heads/main\n');
        const { state } = placeOf('evil/backlog');
        mkdirSync(join(dir, 'evil/.git/storymark'));
        symlinkSync(join(dir, 'precious'), state ?? '');
      },
    ],
  ])('not where %s from elsewhere leads', (_, make) => {
    write('precious/HEAD', 'ref: refs/heads/main\n');
    write('precious/config', '[core]\n\tbare = false\n');
    mkdirSync(join(dir, 'evil'));
    make();
    expect(foldersOf('evil/backlog')).toEqual(atHome);
  });

  it('apart for each backlog of a repository, and at one place however it is reached', () => {
    write('repo/.git/HEAD', 'ref: refs/heads/main\n');
    write('repo/a/backlog.yaml', '');
    symlinkSync(join(dir, 'repo/a'), join(dir, 'link'));
    expect(placeOf('link').state).toBe(placeOf('repo/a').state);
    expect(placeOf('repo/b').state).not.toBe(placeOf('repo/a').state);
    expect(placeOf('c').state).not.toBe(placeOf('d').state);
  });

  it('where they did when the repository is moved, and elsewhere for a cache of a copy', () => {
    write('repo/.git/HEAD', 'ref: refs/heads/main\n');
    const { state = '', cache = '' } = placeOf('repo/backlog');
    renameSync(join(dir, 'repo'), join(dir, 'moved'));
    const moved = (path: string | null) => path?.replace('/repo/', '/moved/');
    expect(placeOf('moved/backlog')).toMatchObject({ state: moved(state), cache: moved(cache) });
    cpSync(join(dir, 'moved'), join(dir, 'repo'), { recursive: true });
    expect(placeOf('repo/backlog').state).toBe(state);
    expect(placeOf('repo/backlog').cache).not.toBe(cache);
  });
});
