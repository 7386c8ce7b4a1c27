import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { nodeCacheFiles } from './cache-files.js';
import type { DocumentCache } from './cached-documents.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @param root absolute path of the backlog's folder
 * @param gitFolder of the work tree it is in, or null
 */
export function openCache(
  root: string,
  gitFolder: string | null,
  env: Environment,
): DocumentCache | null {
  const path = locateCache(root, gitFolder, env);
  return path === null ? null : { files: nodeCacheFiles, path, now: Date.now };
}

/**
 * Where the cache of a backlog lies (DESIGN 1): in the git directory, outside a repository in the
 * user's folder for caches; null when there is neither.
 */
export function locateCache(
  root: string,
  gitFolder: string | null,
  env: Environment,
): string | null {
  const folder = gitFolder ?? findUserFolder(env);
  if (folder === null) return null;
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return join(folder, 'storymark', `${name}.cache`);
}

function findUserFolder(env: Environment): string | null {
  const own = env['XDG_CACHE_HOME'] ?? env['LOCALAPPDATA'];
  if (own) return own;
  const home = env['HOME'];
  return home ? join(home, '.cache') : null;
}
