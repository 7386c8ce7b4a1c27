import { relative, resolve } from 'node:path';
import { failure, type Problem, type Result, success } from '../text/problem.js';
import { runGit } from './run-git.js';

/**
 * The top of the work tree around `folder`, as seen from there: `--show-toplevel` would resolve
 * symbolic links, and paths below it would then not be below the caller's.
 */
export function findWorkTree(folder: string): Result<string> {
  const up = runGit(folder, ['rev-parse', '--show-cdup']);
  if (!up.ok) return failure(...up.problems.map((problem) => explain(problem, folder)));
  const top = resolve(folder, up.value.replace(/\r?\n$/, ''));
  if (!relative(top, folder).startsWith('..')) return success(top);
  const message = `core.worktree of the git repository around ${folder} is another folder, ${top}`;
  return failure({ kind: 'usage', message });
}

/** What is said of the usual reasons; of any other, git's own words. */
function explain(problem: Problem, folder: string): Problem {
  const { message } = problem;
  if (message.includes('not a git repository (or any')) {
    return { ...problem, message: `${folder} is in no git repository (git init makes one)` };
  }
  if (/bare repository|run in a work tree/.test(message)) {
    return {
      ...problem,
      message: `${folder} is inside a bare git repository or a .git folder, which has no working files`,
    };
  }
  return problem;
}

/** What git lists with `-z`, which quotes no name. */
export function splitNames(output: string): readonly string[] {
  return output.split('\0').filter((name) => name !== '');
}
