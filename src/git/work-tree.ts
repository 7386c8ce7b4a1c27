import { resolve } from 'node:path';
import { failure, type Result, success } from '../text/problem.js';
import { runGit } from './run-git.js';

/**
 * The top of the work tree around `folder`, as seen from there: `--show-toplevel` would resolve
 * symbolic links, and paths below it would then not be below the caller's.
 */
export function findWorkTree(folder: string): Result<string> {
  const up = runGit(folder, ['rev-parse', '--show-cdup']);
  if (up.ok) return success(resolve(folder, up.value.replace(/\r?\n$/, '')));
  const [problem] = up.problems;
  const isMissing = problem?.message.includes('not a git repository') ?? false;
  return isMissing
    ? failure({ kind: 'usage', message: `${folder} is in no git repository` })
    : failure(...up.problems);
}

/** What git lists with `-z`, which quotes no name. */
export function splitNames(output: string): readonly string[] {
  return output.split('\0').filter((name) => name !== '');
}
