import { type ChangeSet, findUnsettled } from '../backlog/change-set.js';
import type { Context, Input, Outcome } from '../commands/shared/command.js';
import type { Store } from '../store/store.js';
import { escapeUnprintable, showUnprintable } from '../text/printable.js';
import { failure, type Problem, type Result, success } from '../text/problem.js';
import { toJson } from './json.js';
import type { Invocation } from './program.js';

export interface WrittenChanges {
  /** With `--dry-run`, to be printed instead of the command's own output. */
  readonly diff: string | undefined;
  /**
   * With `--commit`, commits just what was written, and says why that failed. For when the lock is
   * released: git's hooks may be commands of ours that write.
   */
  readonly commit: (() => readonly Problem[]) | undefined;
}

/**
 * Writes a command's changes, or with `--dry-run` shows them.
 *
 * @param written what is written already, answer by answer: `--commit` takes it along
 */
export async function writeChanges(
  changes: ChangeSet,
  written: ChangeSet,
  outcome: Outcome<object>,
  { input, commit, spec }: Invocation,
  context: Context,
  apply: Store['apply'],
): Promise<Result<WrittenChanges>> {
  if (input.dryRun) {
    const unsettled = findUnsettled(changes);
    if (unsettled.length > 0) return failure(...unsettled);
    const diff = await describeDryRun(changes, outcome, input, context);
    return success({ diff, commit: undefined });
  }
  if (!commit) {
    const applied = await apply(changes);
    return applied.ok ? success({ diff: undefined, commit: undefined }) : applied;
  }
  const { checkCommittable, commitChanges } = await import('../git/commit.js');
  const root = outcome.root ?? context.store().root;
  const made = [...written, ...changes];
  const state = checkCommittable(context.cwd, root, made);
  // Where nothing can be committed, nothing is written either.
  if (!state.ok) return failure(...state.problems.map((one) => refuse(one, written)));
  const applied = await apply(changes);
  if (!applied.ok) return applied;
  const message = outcome.commitMessage ?? `storymark ${spec.name}`;
  const commitWritten = () => {
    const committed = commitChanges(root, made, message);
    return committed.ok ? [] : committed.problems;
  };
  return success({ diff: undefined, commit: commitWritten });
}

/** Answers are saved one by one: they are there, whatever becomes of the commit. */
function refuse(problem: Problem, written: ChangeSet): Problem {
  const done = written.length > 0 ? 'written, but not committed' : 'nothing was written';
  return { ...problem, message: `--commit: ${problem.message}; ${done}` };
}

const escapedNote =
  'storymark: note: the diff has control characters, shown as \\u…: git apply cannot take it; --json has them as they are\n';

async function describeDryRun(
  changes: ChangeSet,
  { root }: Outcome<object>,
  { json }: Input,
  context: Context,
): Promise<string> {
  const { describeChanges } = await import('../text/diff.js');
  // Paths from where the person stands, so that `git apply` takes the diff.
  const shown = changes.map((change) => ({
    ...change,
    path: context.shownPath(change.path, root),
  }));
  if (json === null) {
    const diff = describeChanges(shown);
    if (context.io.isTerminal) return showUnprintable(diff);
    // For git apply, which needs the carriage returns of CRLF.
    const safe = diff.replace(/\r(?!\n)|[^\r]+/g, escapeUnprintable);
    if (safe !== diff) context.io.stderr.write(escapedNote);
    return safe;
  }
  const listed = shown.map((change) => ({ path: change.path, diff: describeChanges([change]) }));
  return toJson({ dryRun: true, changes: listed });
}
