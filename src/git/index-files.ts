import { join } from 'node:path';
import type { Result } from '../text/problem.js';
import { type GitFiles, type NamedBlob, readBlobs } from './blobs.js';
import { runGit } from './run-git.js';
import { findWorkTree, splitNames } from './work-tree.js';

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
    .flatMap((line) => readEntry(line, top.value));
  return readBlobs(folder, entries);
}

/** `100644 HASH STAGE<tab>path`; links and submodules are no documents. */
function readEntry(line: string, top: string): readonly NamedBlob[] {
  const tab = line.indexOf('\t');
  const [mode = '', hash = '', stage] = line.slice(0, tab).split(' ');
  const isFile = mode.startsWith('100');
  return isFile && (stage === '0' || stage === '2')
    ? [{ path: join(top, line.slice(tab + 1)), hash }]
    : [];
}
