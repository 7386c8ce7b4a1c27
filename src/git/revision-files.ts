import { dirname, join } from 'node:path';
import { failure, type Result, success } from '../text/problem.js';
import { type GitFiles, type NamedBlob, readBlobs } from './blobs.js';
import { runGit } from './run-git.js';
import { findWorkTree, splitNames } from './work-tree.js';

/** The files of a commit that lie in folders with this file in them. */
export interface RevisionFiles {
  /** Absolute path of the work tree's top. */
  readonly top: string;
  readonly files: GitFiles;
}

/** The commit a name stands for: a branch, a tag, `HEAD~3`, `main@{yesterday}`. */
export function findCommit(folder: string, name: string): Result<string> {
  const spec = `${name}^{commit}`;
  const found = runGit(folder, ['rev-parse', '--quiet', '--verify', '--end-of-options', spec]);
  if (found.ok) return success(found.value.trim());
  const top = findWorkTree(folder);
  if (!top.ok) return top;
  return failure({ kind: 'usage', message: `git knows no commit "${name}"` });
}

/**
 * What a commit holds of every backlog, by two git calls and without a checkout.
 *
 * @param marker the file that makes a folder a backlog
 */
export function readRevisionFiles(
  folder: string,
  commit: string,
  marker: string,
): Result<RevisionFiles> {
  const top = findWorkTree(folder);
  if (!top.ok) return top;
  const listed = runGit(top.value, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (!listed.ok) return listed;
  const entries = splitNames(listed.value).flatMap(readEntry);
  const folders = entries
    .filter(({ path }) => path === marker || path.endsWith(`/${marker}`))
    .map(({ path }) => (path === marker ? '' : `${dirname(path)}/`));
  const wanted = entries
    .filter(({ path }) => folders.some((one) => path.startsWith(one)))
    .map(({ path, hash }) => ({ path: join(top.value, path), hash }));
  const files = readBlobs(top.value, wanted);
  return files.ok ? success({ top: top.value, files: files.value }) : files;
}

/** `100644 blob HASH<tab>path`; links and submodules are no documents. */
function readEntry(line: string): readonly NamedBlob[] {
  const tab = line.indexOf('\t');
  const [mode = '', , hash = ''] = line.slice(0, tab).split(' ');
  return mode.startsWith('100') ? [{ path: line.slice(tab + 1), hash }] : [];
}

/** Where two commits parted. */
export function findMergeBase(folder: string, left: string, right: string): Result<string> {
  const commits = [findCommit(folder, left), findCommit(folder, right)];
  const hashes: string[] = [];
  for (const commit of commits) {
    if (!commit.ok) return commit;
    hashes.push(commit.value);
  }
  const base = runGit(folder, ['merge-base', ...hashes]);
  if (base.ok) return success(base.value.trim());
  const message = `${left} and ${right} have no commit in common here`;
  return failure({ kind: 'usage', message });
}
