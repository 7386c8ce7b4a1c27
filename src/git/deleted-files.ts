import { runGit } from './run-git.js';
import { splitNames } from './work-tree.js';

/**
 * Files below a folder, by their paths in there, that git had once and that are gone: those whose
 * deletion is not committed, then those deleted last. None where there is no git.
 */
export function listDeletedFiles(folder: string): readonly string[] {
  const options = ['--diff-filter=D', '--no-renames', '--name-only', '--relative', '-z'];
  const uncommitted = runGit(folder, ['diff', ...options, 'HEAD', '--', '.']);
  const committed = runGit(folder, ['log', ...options, '--format=', '--', '.']);
  const names = [uncommitted, committed].flatMap((one) => (one.ok ? splitNames(one.value) : []));
  return [...new Set(names)];
}
