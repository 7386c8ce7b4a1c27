import { failure, type Problem, type Result, success } from '../text/problem.js';
import { followBack, readFileVersions, type Version } from './file-versions.js';
import { readLog } from './log.js';
import { readBlobs } from './revision-files.js';
import { isShallow } from './shallow.js';

/**
 * For each file that a commit has below `folder`, by its path in there, the day of the commit that
 * gave it its text. Fails where git keeps no history, or only the end of it (a shallow clone).
 */
export function readLastChanges(
  folder: string,
  revision: string,
): Result<ReadonlyMap<string, string>> {
  if (isShallow(folder))
    return fail('this clone is shallow; fetch the rest with: git fetch --unshallow');
  const files = readFileVersions(folder, revision);
  if (!files.ok) return failure(...files.problems.map(explain));
  if (files.value.length === 0) return fail('there is no git history');
  const days = files.value.flatMap((file) => {
    const [last] = followBack(file);
    return last ? [[file.path, last.day] as const] : [];
  });
  return success(new Map(days));
}

function fail(message: string): Result<never> {
  return failure(explain({ kind: 'usage', message }));
}

function explain(problem: Problem): Problem {
  return { ...problem, message: `updated: ${problem.message}` };
}

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

/** A status that a file got with a commit. */
export interface StatusEntry {
  readonly day: string;
  readonly status: string;
  /** The commit's short name, and the first line of what it says. */
  readonly commit: string;
  readonly subject: string;
}

/**
 * For each file that HEAD has below `folder`, by its name, the statuses it got, oldest first; the
 * first entry is when it came. What a branch said and lost in a merge is left out. Empty where git
 * keeps no history.
 */
export function readStatusHistory(
  folder: string,
): Result<ReadonlyMap<string, readonly StatusEntry[]>> {
  const files = readFileVersions(folder, 'HEAD');
  if (!files.ok) return files;
  const blobs = new Set(
    files.value.flatMap(({ versions }) =>
      versions.flatMap(({ before, after }) => [...before, after]),
    ),
  );
  const texts = readBlobs(
    folder,
    [...blobs].map((hash) => ({ path: hash, hash })),
  );
  if (!texts.ok) return texts;
  const statusOf = (blob: string) => readStatus(texts.value.get(blob));
  // Where one side has the status of the merge, the other's was not taken.
  const choose = ({ before, after }: Version) => {
    const same = before.filter((blob) => statusOf(blob) === statusOf(after));
    return same.length > 0 ? same : before.slice(0, 1);
  };
  const found = new Map<string, readonly StatusEntry[]>();
  for (const file of files.value) {
    const entries: StatusEntry[] = [];
    for (const { commit, day, subject, after } of followBack(file, choose).toReversed()) {
      const status = statusOf(after);
      if (status === null || entries.at(-1)?.status === status) continue;
      entries.push({ day, status, commit: commit.slice(0, 7), subject });
    }
    found.set(file.path.slice(file.path.lastIndexOf('/') + 1), entries);
  }
  return success(found);
}

/** In frontmatter. A comment behind the value is not part of it. */
function readStatus(bytes: Uint8Array | undefined): string | null {
  const text = Buffer.from(bytes ?? []).toString('utf8');
  const [, fields = ''] = /^---\r?\n(.*?)\r?\n---/s.exec(text) ?? [];
  return /^status:\s*["']?([^\s"'#]+)/m.exec(fields)?.[1] ?? null;
}
