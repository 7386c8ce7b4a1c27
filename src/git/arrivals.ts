import { runGit } from './run-git.js';

const commitMark = '\u0001';

/**
 * For each of these files, by its path below `folder`, the commit that brought it there and when,
 * in seconds since 1970. Without an entry: files in no commit, and all where there is no history.
 */
export function readArrivals(
  folder: string,
  paths: readonly string[],
): ReadonlyMap<string, { readonly commit: string; readonly time: number }> {
  const arrivals = new Map<string, { commit: string; time: number }>();
  if (paths.length === 0) return arrivals;
  const log = runGit(folder, [
    'log',
    `--format=${commitMark}%H %ct`,
    '--diff-filter=A',
    '--no-renames',
    '--name-only',
    '--relative',
    '-z',
    '--',
    ...paths,
  ]);
  if (!log.ok) return arrivals;
  let commit = '';
  let time = 0;
  for (const part of log.value.split(/[\0\n]/)) {
    if (part.startsWith(commitMark)) {
      const [hash = '', seconds] = part.slice(1).split(' ');
      commit = hash;
      time = Number(seconds);
      // The log runs backwards: the last to be set is the first commit.
    } else if (part !== '') arrivals.set(part, { commit, time });
  }
  return arrivals;
}
