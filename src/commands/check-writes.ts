import { join } from 'node:path';
import type { ChangeSet } from '../backlog/change-set.js';
import { applyChanges } from '../store/atomic.js';
import { showPath } from './check-paths.js';
import type { Context, Outcome } from './command.js';
import { unwrap } from './failure.js';

/** Files to write below one folder. */
export interface Write {
  readonly root: string;
  readonly isBacklog: boolean;
  readonly changes: ChangeSet;
  /** How many of them are documents that were mended. */
  readonly mended: number;
}

/**
 * One backlog's changes are the shell's to write, behind its lock; those of several, and of lone
 * files, are written here.
 */
export async function passOnWrites(
  context: Context,
  all: readonly Write[],
  isDry: boolean,
): Promise<Pick<Outcome<object>, 'root' | 'changes' | 'commitMessage'>> {
  const writes = all.filter(({ changes }) => changes.length > 0);
  const [first, ...others] = writes;
  if (first?.isBacklog && others.length === 0) {
    const { root, changes } = first;
    return { root, changes, commitMessage: 'Mend what storymark check found' };
  }
  for (const { root, isBacklog, changes } of isDry ? [] : writes) {
    unwrap(
      isBacklog
        ? await context.storeAt(root).apply(changes)
        : applyChanges(context.files, root, changes),
    );
  }
  return {};
}

/** The changes as a diff, paths as a person would write them. */
export async function describeWrites(context: Context, writes: readonly Write[]): Promise<string> {
  const { describeChanges } = await import('../text/diff.js');
  return describeChanges(
    writes.flatMap(({ root, changes }) =>
      changes.map((change) => ({ ...change, path: showPath(context, join(root, change.path)) })),
    ),
  );
}
