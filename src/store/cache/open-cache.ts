import { nodeCacheFiles } from './cache-files.js';
import type { DocumentCache } from './cached-documents.js';

/**
 * @param path where the cache of a backlog lies (docs/design.md); null where there is to be none
 */
export function openCache(path: string | null): DocumentCache | null {
  return path === null ? null : { files: nodeCacheFiles, path, now: Date.now };
}
