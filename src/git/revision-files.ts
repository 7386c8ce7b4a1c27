import { dirname, join } from 'node:path';
import { type Result, success, usage } from '../text/problem.js';
import { findWorkTree, readGit, runGit, splitNames } from './run-git.js';

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
  return usage(`unknown commit "${name}"`);
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
  const message = `${left} and ${right} have no common commit`;
  return usage(message);
}

/** Bytes by absolute path, as git holds them: what the next commit would have, or an old one has. */
type GitFiles = ReadonlyMap<string, Uint8Array>;

interface NamedBlob {
  /** Absolute. */
  readonly path: string;
  /** Or another name git knows it by, without a line end. */
  readonly hash: string;
}

/**
 * One git call for all: each answer is `HASH blob SIZE`, a line end, the bytes, a line end. A file
 * that a commit does not have (`HEAD:./path`) is left out; an object git should have is a failure.
 */
export function readBlobs(folder: string, entries: readonly NamedBlob[]): Result<GitFiles> {
  if (entries.length === 0) return success(new Map());
  const input = `${entries.map(({ hash }) => hash).join('\n')}\n`;
  const read = readGit(folder, ['cat-file', '--batch'], { input });
  if (!read.ok) return read;
  const stdout = read.value;
  const files = new Map<string, Uint8Array>();
  let at = 0;
  for (const { path, hash } of entries) {
    const lineEnd = stdout.indexOf(10, at);
    const head = stdout.subarray(at, lineEnd).toString('latin1');
    if (head.endsWith(' missing') && hash.includes(':')) {
      at = lineEnd + 1;
      continue;
    }
    const size = Number(head.split(' ')[2]);
    if (!Number.isInteger(size)) {
      return usage(`git cat-file: ${head}`);
    }
    files.set(path, stdout.subarray(lineEnd + 1, lineEnd + 1 + size));
    at = lineEnd + 1 + size + 1;
  }
  return success(files);
}

/**
 * The content of the index for files with these endings, wherever they are in the work tree.
 * Of a file in conflict, our side.
 */
export function readIndexFiles(folder: string, endings: readonly string[]): Result<GitFiles> {
  const top = findWorkTree(folder);
  if (!top.ok) return top;
  // From the top, as the listing is of the current folder only.
  const listed = runGit(top.value, ['ls-files', '-z', '--stage']);
  if (!listed.ok) return listed;
  const entries = splitNames(listed.value)
    .filter((line) => endings.some((ending) => line.toLowerCase().endsWith(ending)))
    .flatMap((line) => readIndexEntry(line, top.value));
  return readBlobs(folder, entries);
}

/** `100644 HASH STAGE<tab>path`; links and submodules are no documents. */
function readIndexEntry(line: string, top: string): readonly NamedBlob[] {
  const tab = line.indexOf('\t');
  const [mode = '', hash = '', stage] = line.slice(0, tab).split(' ');
  const isFile = mode.startsWith('100');
  return isFile && (stage === '0' || stage === '2')
    ? [{ path: join(top, line.slice(tab + 1)), hash }]
    : [];
}
