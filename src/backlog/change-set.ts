import { findConflictMarkers } from '../item/merge/conflict-markers.js';
import type { Problem } from '../text/problem.js';
import { positionAt } from '../text/span.js';

/** One file before and after; null where it does not exist. Paths are relative to the backlog. */
export interface FileChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Everything one command writes, all or nothing. */
export type ChangeSet = readonly FileChange[];

/** The changes that change something. */
export function compactChanges(changes: ChangeSet): ChangeSet {
  return changes.filter((change) => change.before !== change.after);
}

/**
 * The files that a merge left half done and that a change would write over, or take away: that is
 * for a person to settle first. A change that settles it, as by an editor, is none of them.
 */
export function findUnsettled(changes: ChangeSet): readonly Problem[] {
  return changes.flatMap(({ path, before, after }): readonly Problem[] => {
    const at = before === null ? null : findConflictMarkers(before);
    const isSettled = after !== null && findConflictMarkers(after) === null;
    if (before === null || at === null || isSettled) return [];
    const message = 'git conflict markers: resolve the merge first; nothing was written';
    return [{ kind: 'interrupted', path, ...positionAt(before, at), message }];
  });
}
