import { runGit } from './run-git.js';

const commitMark = '\u0001';

/** A status that a file got with a commit. */
export interface StatusEntry {
  readonly day: string;
  readonly status: string;
}

/**
 * For each file below `folder`, by its name, the statuses it got, oldest first; the first entry is
 * when it came. Empty where git keeps no history. One git call: only commits that touch a `status:`
 * line are walked.
 */
export function readStatusHistory(folder: string): ReadonlyMap<string, readonly StatusEntry[]> {
  const log = runGit(folder, [
    'log',
    '--reverse',
    `--format=${commitMark}%cs`,
    '-p',
    '-U0',
    '--no-renames',
    '--no-color',
    '--no-ext-diff',
    '-G^status:',
    '--',
    '.',
  ]);
  const found = new Map<string, StatusEntry[]>();
  if (!log.ok) return found;
  let day = '';
  let file = '';
  for (const line of log.value.split('\n')) {
    if (line.startsWith(commitMark)) day = line.slice(1);
    else if (line.startsWith('+++ ')) file = baseName(line.slice(4));
    else {
      // A comment behind the value is not part of it.
      const status = /^\+status:\s*["']?([^\s"'#]+)/.exec(line)?.[1];
      if (status !== undefined && file !== '') {
        found.set(file, [...(found.get(file) ?? []), { day, status }]);
      }
    }
  }
  return found;
}

/** The name stays when an item is archived, while its folder changes. */
function baseName(path: string): string {
  return path.replace(/"$/, '').split('/').at(-1) ?? '';
}
