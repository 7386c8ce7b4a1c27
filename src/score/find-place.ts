import type { InputValue, ScoreModel } from './define-model.js';
import { reachFrom } from './rank-graph.js';
import { meritOf, type orderByMerit, type Standing } from './ranking.js';

/** Answers where one item would stand, all others staying as they are. */
export interface PlaceFinder {
  /** The place, from 1, with these inputs instead of its own; null where they give no score. */
  readonly placeWith: (inputs: Readonly<Record<string, InputValue>>) => number | null;
  /** No place is better than this: what it waits for stands before it whatever its score. */
  readonly best: number;
}

/**
 * What does not depend on an item's own score: which items must stand before and after it, and
 * how the rest are ordered. So a place takes one binary search instead of a ranking.
 *
 * @param index into the present order
 */
export function makePlaceFinder(
  standing: Standing,
  order: ReturnType<typeof orderByMerit>,
  model: ScoreModel,
  index: number,
): PlaceFinder {
  const { graph, derived, merits } = standing;
  const before = reachFrom(graph.blockers, index);
  const after = reachFrom(graph.dependents, index);
  const related = [...before, ...after, index];
  // What waits for it pulls it up, and never hangs on its own score.
  const pull = Math.max(
    Number.NEGATIVE_INFINITY,
    ...(graph.dependents[index] ?? []).map((at) => order.effective[at] ?? 0),
  );
  const { goal = 1, demand = 0, inherited = 0 } = derived[index]?.derived ?? {};
  const pinned = standing.present[index]?.pinned ?? false;

  const standsBefore = (other: number, merit: number) => {
    const theirs = order.effective[other] ?? 0;
    return theirs > merit || (theirs === merit && other < index);
  };
  const countBefore = (merit: number) => {
    let low = 0;
    let high = order.indexes.length;
    // Sorted by merit; among equal ones roughly by present place, so these are looked at singly.
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((order.effective[order.indexes[middle] ?? 0] ?? 0) > merit) low = middle + 1;
      else high = middle;
    }
    let count = low;
    for (let at = low; at < order.indexes.length; at += 1) {
      const other = order.indexes[at] ?? 0;
      if ((order.effective[other] ?? 0) !== merit) break;
      if (other < index) count += 1;
    }
    return count - related.filter((other) => standsBefore(other, merit)).length;
  };
  return {
    best: before.length + 1,
    placeWith: (inputs) => {
      const own = model.score(inputs);
      const score = own * goal * (1 + demand) + inherited;
      if (!Number.isFinite(score)) return null;
      const merit = pinned ? (merits[index] ?? 0) : meritOf(score, model, { pinned });
      return 1 + before.length + countBefore(Math.max(merit, pull));
    },
  };
}
