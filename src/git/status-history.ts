import { runGit } from './run-git.js';

const commitMark = '\u0001';
const fieldMark = '\u001f';

/** A status that a file got with a commit. */
export interface StatusEntry {
  readonly day: string;
  readonly status: string;
  /** The commit's short name, and the first line of what it says. */
  readonly commit: string;
  readonly subject: string;
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
    `--format=${commitMark}%cs${fieldMark}%h${fieldMark}%s`,
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
  let [day, commit, subject] = ['', '', ''];
  let file = '';
  for (const line of log.value.split('\n')) {
    if (line.startsWith(commitMark)) {
      [day = '', commit = '', subject = ''] = line.slice(1).split(fieldMark);
    } else if (line.startsWith('+++ ')) file = baseName(line.slice(4));
    else {
      // A comment behind the value is not part of it.
      const status = /^\+status:\s*["']?([^\s"'#]+)/.exec(line)?.[1];
      if (status !== undefined && file !== '') {
        found.set(file, [...(found.get(file) ?? []), { day, status, commit, subject }]);
      }
    }
  }
  return found;
}

/** The name stays when an item is archived, while its folder changes. */
function baseName(path: string): string {
  return path.replace(/"$/, '').split('/').at(-1) ?? '';
}
