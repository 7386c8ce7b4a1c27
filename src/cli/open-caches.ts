import { findGitFolder } from '../git/git-folder.js';
import { openCache } from '../store/cache/open-cache.js';
import type { OpenCache } from './world.js';

/** Caches lie in git's directory, which is git's to find and the store's to write to. */
export function createOpenCache(env: Readonly<Record<string, string | undefined>>): OpenCache {
  return (root) => openCache(root, findGitFolder(root), env);
}
