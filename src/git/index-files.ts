import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { failure, type Result, success } from '../text/problem.js';
import { runGit } from './run-git.js';
import { findWorkTree, splitNames } from './work-tree.js';

/** What the next commit would hold: bytes by absolute path. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

interface Entry {
  readonly path: string;
  readonly hash: string;
}

/**
 * The content of the index for files with these endings, wherever they are in the work tree.
 * Of a file in conflict, our side.
 */
export function readIndexFiles(folder: string, endings: readonly string[]): Result<IndexFiles> {
  const top = findWorkTree(folder);
  if (!top.ok) return top;
  // From the top, as the listing is of the current folder only.
  const listed = runGit(top.value, ['ls-files', '-z', '--stage']);
  if (!listed.ok) return listed;
  const entries = splitNames(listed.value)
    .filter((line) => endings.some((ending) => line.toLowerCase().endsWith(ending)))
    .flatMap((line) => readEntry(line, top.value));
  return readBlobs(folder, entries);
}

/** `100644 HASH STAGE<tab>path`; links and submodules are no documents. */
function readEntry(line: string, top: string): readonly Entry[] {
  const tab = line.indexOf('\t');
  const [mode = '', hash = '', stage] = line.slice(0, tab).split(' ');
  const isFile = mode.startsWith('100');
  return isFile && (stage === '0' || stage === '2')
    ? [{ path: join(top, line.slice(tab + 1)), hash }]
    : [];
}

/** One git call for all: each answer is `HASH blob SIZE`, a line end, the bytes, a line end. */
function readBlobs(folder: string, entries: readonly Entry[]): Result<IndexFiles> {
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
