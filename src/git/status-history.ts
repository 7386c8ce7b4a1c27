import { type Result, success } from '../text/problem.js';
import { readBlobs } from './blobs.js';
import { followBack, readFileVersions, type Version } from './file-versions.js';

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
