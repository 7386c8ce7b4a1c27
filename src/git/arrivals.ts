import { readLog } from './log.js';

/**
 * For each of these files, by its path below `folder`, the commit that brought it there and when,
 * in seconds since 1970. Without an entry: files in no commit, and all where there is no history.
 */
export function readArrivals(
  folder: string,
  paths: readonly string[],
): ReadonlyMap<string, { readonly commit: string; readonly time: number }> {
  const log = paths.length === 0 ? null : readLog(folder, { paths, filter: 'A' });
  const arrivals = new Map<string, { commit: string; time: number }>();
  // Newest first: the last to be set is the first commit.
  for (const { commit, time, files } of log?.ok ? log.value : []) {
    for (const { path } of files) arrivals.set(path, { commit, time });
  }
  return arrivals;
}
