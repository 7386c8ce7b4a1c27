import { failure, type Result, success } from '../text/problem.js';
import { runGit } from './run-git.js';

/** Commits just these paths (relative to `folder`), whatever else is staged or changed. */
export function commitPaths(
  folder: string,
  paths: readonly string[],
  message: string,
): Result<null> {
  // New files must be known to git before `--only` can name them.
  const added = runGit(folder, ['add', '--all', '--', ...paths]);
  if (!added.ok) return failure(...added.problems);
  const committed = runGit(folder, ['commit', '--quiet', '-m', message, '--only', '--', ...paths]);
  return committed.ok ? success(null) : failure(...committed.problems);
}
