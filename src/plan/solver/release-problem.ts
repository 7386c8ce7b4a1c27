import type { Selection, SelectionConstraints, SprintCapacity } from './selection-problem.js';

/**
 * What `selectRelease` is asked: which items to take into which of several sprints. `must` items are
 * in one of them; a goal's share holds in each; a group counts from the sprint that completes it.
 */
export interface ReleaseProblem extends SelectionConstraints {
  /** The first one first. All limit the same skills and sets of items. */
  readonly sprints: readonly ReleaseSprint[];
  /** How much less value counts with every sprint it comes later, 0 to 1; 0.1 by default. */
  readonly discount?: number;
}

export interface ReleaseSprint extends SprintCapacity {
  /** Ids that must be in by the end of this sprint. */
  readonly must?: readonly string[];
}

/** Sprints with what each takes on. `value` is discounted; the sprints' own values are not. */
export interface Release extends Omit<Selection, 'chosen'> {
  readonly sprints: readonly Pick<Selection, 'chosen' | 'value' | 'size'>[];
}

/** What value counts in each sprint: 1, 0.9, 0.81, …, to four decimals. */
export function sprintWeights({ sprints, discount = 0.1 }: ReleaseProblem): readonly number[] {
  return sprints.map((_, index) => Math.round((1 - discount) ** index * 1e4) / 1e4);
}
