import { failure, type Result, success } from '../text/problem.js';
import { readGit } from './run-git.js';

/** Bytes by absolute path, as git holds them: what the next commit would have, or an old one has. */
export type GitFiles = ReadonlyMap<string, Uint8Array>;

export interface NamedBlob {
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
      return failure({ kind: 'usage', message: `git cat-file: ${head}` });
    }
    files.set(path, stdout.subarray(lineEnd + 1, lineEnd + 1 + size));
    at = lineEnd + 1 + size + 1;
  }
  return success(files);
}
