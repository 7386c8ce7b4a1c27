import { spawnSync } from 'node:child_process';
import { failure, type Result, success } from '../text/problem.js';

/** Bytes by absolute path, as git holds them: what the next commit would have, or an old one has. */
export type GitFiles = ReadonlyMap<string, Uint8Array>;

export interface NamedBlob {
  /** Absolute. */
  readonly path: string;
  readonly hash: string;
}

/** One git call for all: each answer is `HASH blob SIZE`, a line end, the bytes, a line end. */
export function readBlobs(folder: string, entries: readonly NamedBlob[]): Result<GitFiles> {
  if (entries.length === 0) return success(new Map());
  const { status, stdout, error, stderr } = spawnSync('git', ['cat-file', '--batch'], {
    cwd: folder,
    input: `${entries.map(({ hash }) => hash).join('\n')}\n`,
    maxBuffer: 1 << 30,
  });
  if (error || status !== 0) {
    const reason = error?.message ?? stderr.toString('utf8').trim();
    return failure({ kind: 'usage', message: `git cat-file: ${reason}` });
  }
  const files = new Map<string, Uint8Array>();
  let at = 0;
  for (const { path } of entries) {
    const lineEnd = stdout.indexOf(10, at);
    const head = stdout.subarray(at, lineEnd).toString('latin1');
    const size = Number(head.split(' ')[2]);
    if (!Number.isInteger(size)) {
      return failure({ kind: 'usage', message: `git cat-file: ${head}` });
    }
    files.set(path, stdout.subarray(lineEnd + 1, lineEnd + 1 + size));
    at = lineEnd + 1 + size + 1;
  }
  return success(files);
}
