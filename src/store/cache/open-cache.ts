import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { nodeCacheFiles } from './cache-files.js';
import type { DocumentCache } from './cached-documents.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** @param root absolute path of the backlog's folder */
export function openCache(root: string, env: Environment): DocumentCache | null {
  const path = locateCache(root, env);
  return path === null ? null : { files: nodeCacheFiles, path, now: Date.now };
}

/**
 * Where the cache of a backlog lies (DESIGN 1): in the git directory of the work tree it is in (of
 * a worktree its own), outside a repository in the user's folder for caches; null when there is
 * neither.
 */
export function locateCache(root: string, env: Environment): string | null {
  const folder = findGitFolder(root) ?? findUserFolder(env);
  if (folder === null) return null;
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return join(folder, 'storymark', `${name}.cache`);
}

function findGitFolder(root: string): string | null {
  for (let folder = root; ; folder = dirname(folder)) {
    const found = readGitLink(join(folder, '.git'));
    if (found !== null) return found;
    if (dirname(folder) === folder) return null;
  }
}

/** `.git` is the folder itself, or a file that names it (worktrees, submodules). */
function readGitLink(path: string): string | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return null;
    const [, target] = stats.isFile()
      ? (/^gitdir: (.+)$/m.exec(readFileSync(path, 'utf8')) ?? [])
      : [];
    const folder = stats.isDirectory() ? path : target && resolve(dirname(path), target.trim());
    // Nothing is written to where a file from elsewhere points, unless it is git's.
    return folder && existsSync(join(folder, 'HEAD')) ? folder : null;
  } catch {
    return null;
  }
}

function findUserFolder(env: Environment): string | null {
  const own = env['XDG_CACHE_HOME'] ?? env['LOCALAPPDATA'];
  if (own) return own;
  const home = env['HOME'];
  return home ? join(home, '.cache') : null;
}
