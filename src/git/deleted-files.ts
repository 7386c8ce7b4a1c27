import { readLog } from './log.js';
import { diffWorkTree } from './work-tree-diff.js';

/**
 * Files below a folder, by their paths in there, that git had once and that are gone: those whose
 * deletion is not committed, then those deleted last. None where there is no git.
 */
export function listDeletedFiles(folder: string): readonly string[] {
  const options = ['--diff-filter=D', '--no-renames', '--relative'];
  const uncommitted = diffWorkTree(folder, [...options, 'HEAD', '--', '.']);
  const committed = readLog(folder, { paths: ['.'], filter: 'D' });
  const names = committed.ok
    ? committed.value.flatMap(({ files }) => files.map(({ path }) => path))
    : [];
  return [...new Set([...(uncommitted.ok ? uncommitted.value : []), ...names])];
}
