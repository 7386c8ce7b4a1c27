import { describeCycle, findCycle } from '../backlog/graph.js';
import { failure, type Problem, type Result, success } from '../text/problem.js';
import type { ScoreModel } from './define-model.js';
import { type Derivation, type DerivedScore, deriveScores } from './derive-scores.js';
import { findDrivers, linkItems, type RankGraph, sortByMerit } from './rank-graph.js';
import type { ScoredFields } from './read-inputs.js';
import { type ItemScore, scoreItem } from './score-item.js';

export interface RankableItem extends ScoredFields {
  readonly id: string;
  /** Ids exactly as the items have them; unknown ones (done, archived) are passed over. */
  readonly depends: readonly string[];
  /** Place in the present order: any ascending numbers. */
  readonly position: number;
  /** `pin: top`: stands before all that is not pinned, save for what it waits for. */
  readonly pinned?: boolean;
}

export interface RankedPlace extends ItemScore {
  readonly id: string;
  /** New place and old place, from 1. */
  readonly position: number;
  readonly was: number;
  /** How the score came about, when something derived is on. */
  readonly derived?: DerivedScore;
  readonly pinned?: boolean;
  /** The item that waits on this one and whose better score, or pin, set its place. */
  readonly pulledUpBy?: string;
}

/**
 * Orders items by a model's score, blockers before what they block.
 *
 * An item stands where the best score among itself and everything that waits on it puts it; equal
 * ones keep their present order, so ranking twice changes nothing; pinned ones come first, in
 * present order; unscored items that nothing scored waits on come last. Raising a score never
 * lowers the item's place. O(n log n + edges), what is inherited aside. Fails with the ids of a
 * cycle.
 */
export function rankItems(
  items: readonly RankableItem[],
  model: ScoreModel,
  derivation: Derivation = {},
): Result<readonly RankedPlace[]> {
  const standing = scoreStanding(items, model, derivation);
  const { present, scores, derived, merits } = standing;
  const order = orderByMerit(standing);

  // Only items on a cycle, or waiting for one, never become ready.
  if (order.indexes.length < present.length) return failure(describeCycleIn(present));

  const places: RankedPlace[] = [];
  for (const index of order.indexes) {
    const item = present[index];
    const scored = scores[index];
    if (!item || !scored) continue;
    const driver = order.drivers[index] ?? index;
    const place = {
      id: item.id,
      position: places.length + 1,
      was: index + 1,
      // Named one by one: spreading costs a large backlog more than sorting does.
      inputs: scored.inputs,
      missing: scored.missing,
      invalid: scored.invalid,
      warnings: scored.warnings,
      score: derived[index]?.score ?? null,
      benefit: derived[index]?.benefit ?? null,
    };
    const pulledUpBy = merits[driver] === merits[index] ? undefined : present[driver]?.id;
    const more = describeMore(item, scored, derived[index]?.derived, pulledUpBy);
    places.push(more ? { ...place, ...more } : place);
  }
  return success(places);
}

function describeMore(
  { pinned }: RankableItem,
  { ranges, details }: ItemScore,
  derived: DerivedScore | undefined,
  pulledUpBy: string | undefined,
): Partial<RankedPlace> | null {
  if (!pinned && !ranges && !details && !derived && pulledUpBy === undefined) return null;
  return {
    ...(ranges ? { ranges } : {}),
    ...(details ? { details } : {}),
    ...(derived ? { derived } : {}),
    ...(pinned ? { pinned } : {}),
    ...(pulledUpBy === undefined ? {} : { pulledUpBy }),
  };
}

/** Items in the present order, with what decides their place. */
export interface Standing {
  readonly present: readonly RankableItem[];
  readonly graph: RankGraph;
  readonly scores: readonly ItemScore[];
  /** The same list as `scores` when nothing derived is on. */
  readonly derived: ReturnType<typeof deriveScores>;
  /** Greater comes first; infinite for pinned and for unscored ones. */
  readonly merits: Float64Array;
}

export function scoreStanding(
  items: readonly RankableItem[],
  model: ScoreModel,
  derivation: Derivation,
): Standing {
  const present = sortByPosition(items);
  const graph = linkItems(present);
  const scores = present.map((item) => scoreItem(item, model));
  const derived = deriveScores(present, scores, graph, model, derivation);
  const merits = new Float64Array(present.length);
  for (const [index, item] of present.entries()) {
    merits[index] = meritOf(derived[index]?.score ?? null, model, item);
  }
  return { present, graph, scores, derived, merits };
}

export function meritOf(
  score: number | null,
  { direction }: ScoreModel,
  { pinned = false }: Pick<RankableItem, 'pinned'>,
): number {
  if (pinned) return Number.POSITIVE_INFINITY;
  if (score === null) return Number.NEGATIVE_INFINITY;
  return direction === 'highest-first' ? score : -score;
}

export function orderByMerit({ graph, merits }: Pick<Standing, 'graph' | 'merits'>) {
  const drivers = findDrivers(graph, merits);
  const effective = merits.slice();
  for (let index = 0; index < effective.length; index += 1) {
    effective[index] = merits[drivers[index] ?? index] ?? 0;
  }
  return { indexes: sortByMerit(graph, effective), drivers, effective };
}

function sortByPosition(items: readonly RankableItem[]): readonly RankableItem[] {
  const isSorted = items.every(
    ({ position }, index) => index === 0 || (items[index - 1]?.position ?? 0) <= position,
  );
  return isSorted ? items : [...items].sort((a, b) => a.position - b.position);
}

export function describeCycleIn(items: readonly RankableItem[]): Problem {
  const cycle = findCycle(new Map(items.map(({ id, depends }) => [id, depends]))) ?? [];
  const message = `these items wait for each other: ${describeCycle(cycle)}; remove one of the depends`;
  return { kind: 'data', message };
}
