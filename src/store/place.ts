import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { FileSystem } from './file-system.js';

/**
 * Where a backlog lies, and where is kept what storymark knows of it. State that acts (the lock,
 * the journal) is never below `root`, where a clone could bring it.
 */
export interface Place {
  /** Absolute path of the folder that holds `backlog.yaml`. */
  readonly root: string;
  /** The folder of its state, which need not be there; null where nothing is written. */
  readonly state: string | null;
  /** The file of its cache; null where none is kept. */
  readonly cache: string | null;
  /** Folders that tell this checkout from a copy of it and from an unpacked archive. */
  readonly anchors: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A backlog that is only looked at: in a commit, or in git's index. */
export function readOnlyPlace(root: string): Place {
  return { root, state: null, cache: null, anchors: [] };
}

/**
 * Under the git directory, by the backlog's path in its work tree, so that a repository may be
 * moved; outside of one under the user's own folders, by its real path.
 *
 * @param findRepository the work tree around a folder, and its git directory
 */
export function locatePlace(
  files: FileSystem,
  root: string,
  findRepository: (folder: string) => { readonly top: string; readonly gitFolder: string } | null,
  env: Environment,
): Place {
  const real = resolveLinks(files, root);
  const repository = findRepository(real);
  if (repository !== null) {
    const { top, gitFolder } = repository;
    const path = relative(top, real).split(sep).join('/');
    const base = join(gitFolder, 'storymark');
    const state = join(base, nameOf(path));
    // An archive could bring a cache under a name that it can know.
    const cacheName = nameOf(`${path}\n${JSON.stringify(files.identify(gitFolder))}`);
    // Or a link, which would be followed to anywhere.
    if (!files.isLink(base) && !files.isLink(state)) {
      return { root, state, cache: join(base, `${cacheName}.cache`), anchors: [gitFolder, root] };
    }
  }
  const [state, cache] = [findStateHome(env), findCacheHome(env)];
  const name = nameOf(real);
  return {
    root,
    state: join(state, 'storymark', name),
    cache: cache && join(cache, 'storymark', `${name}.cache`),
    anchors: [root],
  };
}

/** The real path, also of a folder that is yet to be made. */
function resolveLinks(files: FileSystem, folder: string): string {
  let there = folder;
  while (!files.isFolder(there) && dirname(there) !== there) there = dirname(there);
  return join(files.realPath(there), relative(there, folder));
}

function nameOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}

/** As the XDG Base Directory Specification has it, which ignores paths that are relative. */
function findStateHome(env: Environment): string {
  const own = env['XDG_STATE_HOME'] ?? env['LOCALAPPDATA'];
  if (own && isAbsolute(own)) return own;
  return join(env['HOME'] || homedir(), '.local', 'state');
}

function findCacheHome(env: Environment): string | null {
  const own = env['XDG_CACHE_HOME'] ?? env['LOCALAPPDATA'];
  if (own && isAbsolute(own)) return own;
  const home = env['HOME'];
  return home ? join(home, '.cache') : null;
}
