import { readLog } from './log.js';

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
  const log = readLog(folder, { paths: ['.'], lines: true, touching: '^status:' });
  const found = new Map<string, StatusEntry[]>();
  for (const { day, commit, subject, files } of log.ok ? log.value.toReversed() : []) {
    for (const { path, lines } of files) {
      const status = lines.flatMap(readStatus).at(-1);
      const name = path.slice(path.lastIndexOf('/') + 1);
      const entries = found.get(name) ?? [];
      // An item that is archived comes with the status it has.
      if (status === undefined || entries.at(-1)?.status === status) continue;
      found.set(name, [...entries, { day, status, commit: commit.slice(0, 7), subject }]);
    }
  }
  return found;
}

/** A comment behind the value is not part of it. */
function readStatus(line: string): readonly string[] {
  return /^\+status:\s*["']?([^\s"'#]+)/.exec(line)?.slice(1) ?? [];
}
