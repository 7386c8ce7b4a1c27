import { type Result, success } from '../text/problem.js';
import { readFolderLog } from './folder-log.js';
import type { LogEntry } from './log.js';
import { runGit, splitNames } from './run-git.js';

/** A commit that gave a file another text. */
export interface Version {
  readonly commit: string;
  readonly day: string;
  readonly subject: string;
  /** Git's names of its text: in each parent that had the file, and after. */
  readonly before: readonly string[];
  readonly after: string;
}

/** A file of a commit, and all that was ever done to it, newest first, on branches that lost too. */
export interface FileVersions {
  /** Below the folder. */
  readonly path: string;
  readonly blob: string;
  readonly versions: readonly Version[];
}

/** The files that a commit has below a folder; none where git keeps no history. */
export function readFileVersions(
  folder: string,
  revision: string,
): Result<readonly FileVersions[]> {
  const log = readFolderLog(folder, { paths: ['.'], revision });
  if (!log.ok) return log;
  if (log.value === null || log.value.length === 0) return success([]);
  const tree = runGit(folder, ['ls-tree', '-r', '-z', revision, '.']);
  if (!tree.ok) return tree;
  const versions = new Map<string, Version[]>();
  for (const [key, version] of log.value.flatMap(listVersions)) {
    const known = versions.get(key);
    if (known) known.push(version);
    else versions.set(key, [version]);
  }
  return success(
    splitNames(tree.value).map((line) => {
      const tab = line.indexOf('\t');
      const path = line.slice(tab + 1);
      const blob = line.slice(0, tab).split(' ')[2] ?? '';
      return { path, blob, versions: versions.get(keyOf(path)) ?? [] };
    }),
  );
}

/**
 * Of a file's versions those that led to what it is, newest first: what was lost in a merge is left
 * out.
 *
 * @param choose the parents of a merge that a text comes from; all of them without
 */
export function followBack(
  { blob, versions }: FileVersions,
  choose?: (version: Version) => readonly string[],
): readonly Version[] {
  const wanted = new Set([blob]);
  return versions.filter((version) => {
    if (!wanted.delete(version.after)) return false;
    for (const one of choose?.(version) ?? version.before) wanted.add(one);
    return true;
  });
}

/** What a commit did to each file. One that is gone and is there under another path has moved. */
function listVersions(entry: LogEntry): readonly (readonly [key: string, version: Version])[] {
  const { commit, day, subject } = entry;
  const gone = new Map<string, readonly string[]>();
  for (const { path, before, after } of entry.files) {
    if (after === null)
      gone.set(
        keyOf(path),
        before.filter((blob) => blob !== null),
      );
  }
  return entry.files.flatMap(({ path, before, after }) => {
    if (after === null) return [];
    const key = keyOf(path);
    const own = before.filter((blob) => blob !== null);
    const from = own.length > 0 ? own : (gone.get(key) ?? []);
    // Only its place is another.
    if (from.length === 1 && from[0] === after) return [];
    return [[key, { commit, day, subject, before: from, after }]];
  });
}

/** The id that a file's name begins with, or the name: folders and titles may change. */
function keyOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /^[A-Za-z]+-[0-9A-Za-z]+(?=[-.])/.exec(name)?.[0] ?? name;
}
