import type { ChangeSet } from '../backlog/change-set.js';
import type { Context, Outcome } from '../commands/command.js';
import { type Result, success } from '../text/problem.js';
import type { Invocation } from './program.js';

/**
 * Writes a command's changes, or with `--dry-run` gives them as a diff to print instead of the
 * command's own output; commits just these paths when asked.
 */
export async function writeChanges(
  changes: ChangeSet,
  outcome: Outcome<object>,
  { input, commit, spec }: Invocation,
  context: Context,
): Promise<Result<string | undefined>> {
  if (input.dryRun) {
    const { describeChanges } = await import('../text/diff.js');
    // Paths from where the person stands, so that `git apply` takes the diff.
    const shown = changes.map((change) => ({
      ...change,
      path: context.shownPath(change.path, outcome.root),
    }));
    if (input.json === null) return success(describeChanges(shown));
    const listed = shown.map((change) => ({ path: change.path, diff: describeChanges([change]) }));
    return success(JSON.stringify({ dryRun: true, changes: listed }, null, 2));
  }
  const store = outcome.root === undefined ? context.store() : context.storeAt(outcome.root);
  const written = await store.apply(changes);
  if (!written.ok) return written;
  if (commit) {
    const { commitPaths } = await import('../git/commit.js');
    const message = outcome.commitMessage ?? `storymark ${spec.name}`;
    const committed = commitPaths(
      store.root,
      changes.map((change) => change.path),
      message,
    );
    if (!committed.ok) return committed;
  }
  return success(undefined);
}
