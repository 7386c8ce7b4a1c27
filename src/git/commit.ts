import type { ChangeSet } from '../backlog/change-set.js';
import { failure, type Problem, type Result, success } from '../text/problem.js';
import { runGit } from './run-git.js';

/** Fails where git has no work tree to commit from. */
export function checkWorkTree(folder: string): Result<null> {
  const inside = runGit(folder, ['rev-parse', '--is-inside-work-tree']);
  if (inside.ok && inside.value.trim() === 'true') return success(null);
  return failure({
    kind: 'usage',
    message: '--commit: there is no git repository here; nothing was written (git init makes one)',
  });
}

/** Commits just the files of a change set below `folder`, whatever else is staged or changed. */
export function commitChanges(folder: string, changes: ChangeSet, message: string): Result<null> {
  const paths = listCommittable(folder, changes);
  const given = ['--pathspec-from-file=-', '--pathspec-file-nul'];
  const input = paths.join('\0');
  // New files must be known to git before `--only` can name them.
  const added = runGit(folder, ['add', '--all', ...given], input);
  if (!added.ok) return failure(...added.problems.map(explain));
  const committed = runGit(folder, ['commit', '--quiet', '-m', message, '--only', ...given], input);
  return committed.ok ? success(null) : failure(...committed.problems.map(explain));
}

/** A file that is gone and that git never knew is nothing to it. */
function listCommittable(folder: string, changes: ChangeSet): readonly string[] {
  const gone = changes.filter(({ after }) => after === null).map(({ path }) => path);
  const known = gone.length === 0 ? null : runGit(folder, ['ls-files', '-z', '--', ...gone]);
  const tracked = new Set(known?.ok ? known.value.split('\0') : []);
  return changes
    .filter(({ path, after }) => after !== null || tracked.has(path))
    .map(({ path }) => path);
}

function explain(problem: Problem): Problem {
  return { ...problem, message: `written, but not committed: ${problem.message}` };
}
