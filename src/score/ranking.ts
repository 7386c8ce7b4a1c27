import { describeCycle, findCycle } from '../backlog/graph.js';
import type { Fields } from '../item/document.js';
import { failure, type Problem, type Result, success } from '../text/problem.js';
import type { ModelInputs, ScoreModel } from './define-model.js';
import type { InputProblem } from './read-inputs.js';
import { scoreItem } from './score-item.js';

export interface RankableItem {
  readonly id: string;
  readonly score: Fields | undefined;
  readonly points: number | null;
  /** Ids exactly as the items have them; unknown ones (done, archived) are passed over. */
  readonly depends: readonly string[];
  /** Place in the present order: any ascending numbers. */
  readonly position: number;
}

export interface RankedPlace {
  readonly id: string;
  /** New place and old place, from 1. */
  readonly position: number;
  readonly was: number;
  readonly score: number | null;
  readonly benefit: number | null;
  readonly inputs: ModelInputs;
  readonly missing: readonly string[];
  readonly invalid: readonly InputProblem[];
  readonly warnings: readonly InputProblem[];
  /** The item that waits on this one and whose better score set its place. */
  readonly pulledUpBy?: string;
}

/**
 * Orders items by a model's score, blockers before what they block.
 *
 * An item stands where the best score among itself and everything that waits on it puts it; equal
 * ones keep their present order, so ranking twice changes nothing; unscored items that nothing
 * scored waits on come last. Raising a score never lowers the item's place. O(n log n + edges).
 * Fails with the ids of a cycle.
 */
export function rankItems(
  items: readonly RankableItem[],
  model: ScoreModel,
): Result<readonly RankedPlace[]> {
  const present = [...items].sort((a, b) => a.position - b.position);
  const scores = present.map((item) => scoreItem(item, model));
  const sign = model.direction === 'highest-first' ? 1 : -1;
  const merits = scores.map(({ score }) =>
    score === null ? Number.NEGATIVE_INFINITY : sign * score,
  );
  const graph = linkItems(present);
  const drivers = findDrivers(graph, merits);
  const order = sortByMerit(
    graph,
    drivers.map((driver) => merits[driver] ?? 0),
  );

  // Only items on a cycle, or waiting for one, never become ready.
  if (order.length < present.length) return failure(describeCycleIn(present));

  const places = order.flatMap((index, place): RankedPlace[] => {
    const item = present[index];
    const scored = scores[index];
    if (!item || !scored) return [];
    const driver = present[drivers[index] ?? index] ?? item;
    const pulledUpBy = driver === item ? {} : { pulledUpBy: driver.id };
    return [{ id: item.id, position: place + 1, was: index + 1, ...scored, ...pulledUpBy }];
  });
  return success(places);
}

function describeCycleIn(items: readonly RankableItem[]): Problem {
  const cycle = findCycle(new Map(items.map(({ id, depends }) => [id, depends]))) ?? [];
  const message = `these items wait for each other: ${describeCycle(cycle)}; remove one of the depends`;
  return { kind: 'data', message };
}

/** Items as indexes into the present order; both directions. */
interface Graph {
  readonly blockers: readonly (readonly number[])[];
  readonly dependents: readonly (readonly number[])[];
}

function linkItems(items: readonly RankableItem[]): Graph {
  const indexes = new Map(items.map(({ id }, index) => [id, index]));
  const dependents = items.map((): number[] => []);
  const blockers = items.map(({ depends }, index) => {
    const found = (depends.length > 1 ? [...new Set(depends)] : depends)
      .map((id) => indexes.get(id))
      .filter((at) => at !== undefined);
    for (const blocker of found) dependents[blocker]?.push(index);
    return found;
  });
  return { blockers, dependents };
}

/** For each item, the one among itself and its transitive dependents with the greatest merit. */
function findDrivers({ blockers, dependents }: Graph, merits: readonly number[]): number[] {
  const drivers = merits.map((_, index) => index);
  const waiting = dependents.map((list) => list.length);
  const ready = waiting.flatMap((count, index) => (count === 0 ? [index] : []));
  for (let index = ready.pop(); index !== undefined; index = ready.pop()) {
    const driver = drivers[index] ?? index;
    for (const blocker of blockers[index] ?? []) {
      const held = drivers[blocker] ?? blocker;
      const gain = compareNumbers(merits[driver] ?? 0, merits[held] ?? 0);
      // Equal merits: the item itself, else the earliest, so that the answer does not hang on visits.
      if (gain > 0 || (gain === 0 && held !== blocker && driver < held)) drivers[blocker] = driver;
      waiting[blocker] = (waiting[blocker] ?? 0) - 1;
      if (waiting[blocker] === 0) ready.push(blocker);
    }
  }
  return drivers;
}

/**
 * Topological order (Kahn) that always takes the ready item of greatest merit, then of earliest
 * present place. A blocker's merit is at least its dependents', so merits descend throughout.
 */
function sortByMerit({ blockers, dependents }: Graph, merits: readonly number[]): number[] {
  const byMerit = merits
    .map((_, index) => index)
    .sort((a, b) => compareNumbers(merits[b] ?? 0, merits[a] ?? 0) || a - b);
  const placeOf = new Int32Array(merits.length);
  for (const [place, index] of byMerit.entries()) placeOf[index] = place;

  const waiting = blockers.map((list) => list.length);
  const heap: number[] = [];
  const order: number[] = [];
  for (const [index, count] of waiting.entries())
    if (count === 0) pushHeap(heap, placeOf[index] ?? 0);
  while (heap.length > 0) {
    const index = byMerit[popHeap(heap)] ?? 0;
    order.push(index);
    for (const dependent of dependents[index] ?? []) {
      const left = (waiting[dependent] ?? 0) - 1;
      waiting[dependent] = left;
      if (left === 0) pushHeap(heap, placeOf[dependent] ?? 0);
    }
  }
  return order;
}

// Infinities subtract to NaN.
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function pushHeap(heap: number[], value: number): void {
  let at = heap.push(value) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if ((heap[parent] ?? 0) <= value) break;
    heap[at] = heap[parent] ?? 0;
    at = parent;
  }
  heap[at] = value;
}

function popHeap(heap: number[]): number {
  const top = heap[0] ?? 0;
  const value = heap.pop() ?? 0;
  if (heap.length === 0) return top;
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    const right = child + 1;
    if (right < heap.length && (heap[right] ?? 0) < (heap[child] ?? 0)) child = right;
    if ((heap[child] ?? 0) >= value) break;
    heap[at] = heap[child] ?? 0;
    at = child;
  }
  heap[at] = value;
  return top;
}
