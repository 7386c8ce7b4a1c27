import { type Result, success } from '../text/problem.js';
import { listDeletedInFolder } from './folder-log.js';
import { readLog } from './log.js';
import { readBlobs } from './revision-files.js';
import { diffWorkTree } from './work-tree-diff.js';

/** One commit's change to a file; null where the file was not there before, or is not after. */
export interface FileVersion {
  readonly commit: string;
  readonly author: string;
  /** ISO 8601 with the author's zone. */
  readonly date: string;
  readonly message: string;
  /** Relative to the work tree's top; another than the next one's where it was renamed. */
  readonly path: string;
  /** In each parent: a merge has several, and is here only when it changed them all. */
  readonly before: readonly (string | null)[];
  readonly after: string | null;
}

/**
 * Every commit that made a file what it is at HEAD, newest first, over renames, by two git calls.
 * What was done on a branch and lost in a merge is left out.
 */
export function readFileHistory(folder: string, path: string): Result<readonly FileVersion[]> {
  const log = readLog(folder, { paths: [path], follows: true, isFromTop: true });
  if (!log.ok) return log;
  const changes = log.value.flatMap((entry) => entry.files.map((file) => ({ entry, file })));
  const hashes = new Set(changes.flatMap(({ file }) => [...file.before, file.after]));
  const head = `HEAD:./${path}`;
  const names = [...hashes, head].filter((name) => name !== null && !name.includes('\n'));
  const blobs = readBlobs(
    folder,
    names.flatMap((hash) => (hash === null ? [] : { path: hash, hash })),
  );
  if (!blobs.ok) return blobs;
  const textOf = (name: string | null) => {
    const bytes = name === null ? undefined : blobs.value.get(name);
    return bytes === undefined ? null : Buffer.from(bytes).toString('utf8');
  };
  const versions = changes.map(({ entry, file }) => ({
    commit: entry.commit,
    author: entry.author,
    date: entry.date,
    message: entry.subject,
    path: file.path,
    before: file.isCopy ? [null] : file.before.map(textOf),
    after: textOf(file.after),
  }));
  return success(keepAncestors(versions, textOf(head)));
}

/** Backwards from a text, those that led to it, by what each made of what. */
function keepAncestors(versions: readonly FileVersion[], text: string | null) {
  const wanted = new Set([text]);
  return versions.filter(({ before, after }) => {
    if (!wanted.delete(after)) return false;
    for (const one of before) wanted.add(one);
    return true;
  });
}

/**
 * Files below a folder, or one it was moved from, by their paths from there, that git had once and that are gone: those whose
 * deletion is not committed, then those deleted last. None where there is no git.
 */
export function listDeletedFiles(folder: string): readonly string[] {
  const options = ['--diff-filter=D', '--no-renames', '--relative'];
  const uncommitted = diffWorkTree(folder, [...options, 'HEAD', '--', '.']);
  const committed = listDeletedInFolder(folder);
  return [
    ...new Set([
      ...(uncommitted.ok ? uncommitted.value : []),
      ...(committed.ok ? committed.value : []),
    ]),
  ];
}
