import { describeCycle, findCycle } from '../backlog/graph.js';
import { failure, type Result, success } from '../text/problem.js';
import { type ItemPrice, priceItems } from './price-items.js';
import { fitsIn, sumDecimals } from './scale-numbers.js';
import { solveSelection } from './select-items.js';
import type { SelectionProblem } from './selection-problem.js';
import { findHindrances } from './sprint-candidates.js';

/** An item as planning sees it. */
export interface PlannableItem {
  readonly id: string;
  readonly title: string;
  readonly points: number | null;
  /** The ranking model's benefit: value not divided by size; null when unscored. */
  readonly value: number | null;
  /** Ids exactly as the items have them. */
  readonly depends: readonly string[];
  readonly ready: boolean;
  readonly done: boolean;
  readonly status: string | null;
  /** Why it is not this plan's to choose (`in 2026-S23 already`); a `must` overrides it. */
  readonly elsewhere?: string;
}

export interface SprintPlanRequest {
  /** In backlog order; the done ones too, since others may depend on them. */
  readonly items: readonly PlannableItem[];
  /** Points. */
  readonly capacity: number;
  /** In the sprint already, or wished in: kept whatever they are worth. */
  readonly must?: readonly string[];
  readonly not?: readonly string[];
  /** Seconds. */
  readonly timeLimit?: number;
}

interface PlannedItem {
  readonly id: string;
  readonly title: string;
  readonly points: number | null;
  readonly value: number | null;
  /** For people. */
  readonly reason: string;
  /** What the best value loses when the item is kept out; null when not computed. */
  readonly price: number | null;
}

export interface LeftItem extends PlannedItem {
  /** Here `price` is what forcing the item in costs, and these would go; null when not computed. */
  readonly displaces: readonly string[] | null;
}

/** `sprint plan --json` (DESIGN 5). */
export interface SprintPlan {
  readonly capacity: number;
  readonly points: number;
  readonly value: number;
  readonly proven: boolean;
  readonly bound: number;
  readonly gap: number;
  readonly chosen: readonly PlannedItem[];
  readonly left: readonly LeftItem[];
}

/** How many of the items left out get a price. */
const PRICED_LEFT = 20;

/**
 * The sprint of greatest summed benefit within the capacity: ready, estimated, unblocked items, each
 * only with what it depends on (chosen too, or done). Items unscored count nothing, and are taken
 * only where a chosen one needs them. Done items are neither chosen nor left, unless in `must`.
 *
 * Fails on a cycle, on an unknown id in `must` or `not`, and on `must` items that do not fit, with
 * the numbers.
 */
export async function planSprint(request: SprintPlanRequest): Promise<Result<SprintPlan>> {
  const open = request.items.filter(({ done }) => !done);
  const cycle = findCycle(new Map(open.map(({ id, depends }) => [id, depends])));
  if (cycle) {
    const message = `these items wait for each other: ${describeCycle(cycle)}; remove one of the depends`;
    return failure({ kind: 'data', message });
  }
  const known = new Set(request.items.map(({ id }) => id));
  const unknown = [...(request.must ?? []), ...(request.not ?? [])].find((id) => !known.has(id));
  if (unknown !== undefined)
    return failure({ kind: 'usage', message: `there is no item ${unknown}` });

  const must = new Set(request.must);
  const hindrances = findHindrances(request);
  const candidates = request.items.filter(
    ({ id, done }) => must.has(id) || (!done && !hindrances.has(id)),
  );
  const problem = buildProblem(request, candidates);
  const solved = await solveSelection(problem);
  if (!solved.ok) return solved;

  const selection = solved.value;
  const chosen = new Set(selection.chosen);
  const candidateIds = new Set(candidates.map(({ id }) => id));
  const left = request.items.filter(({ id, done }) => !chosen.has(id) && !done);
  const priced = left.filter(({ id }) => candidateIds.has(id)).slice(0, PRICED_LEFT);
  const prices = await priceItems(problem, selection, [
    ...selection.chosen,
    ...priced.map(({ id }) => id),
  ]);
  return success({
    capacity: request.capacity,
    points: selection.size,
    value: selection.value,
    proven: selection.proven,
    bound: selection.bound,
    gap: selection.gap,
    chosen: request.items
      .filter(({ id }) => chosen.has(id))
      .map((item) => ({
        ...describeItem(item, prices.get(item.id)),
        reason: explainChosen(item, candidates, chosen, must, hindrances),
      })),
    left: left.map((item) => ({
      ...describeItem(item, prices.get(item.id)),
      reason: hindrances.get(item.id) ?? explainLeft(item, problem),
      displaces: prices.get(item.id)?.displaces ?? null,
    })),
  });
}

function buildProblem(
  request: SprintPlanRequest,
  candidates: readonly PlannableItem[],
): SelectionProblem {
  const ids = new Set(candidates.map(({ id }) => id));
  const done = new Set(request.items.filter((item) => item.done).map(({ id }) => id));
  return {
    items: candidates.map(({ id, points, value, depends }) => ({
      id,
      // Only a `must` item can be unestimated here; its reason says so.
      size: points ?? 0,
      value: value ?? 0,
      requires: depends.filter((other) => ids.has(other) && !done.has(other)),
    })),
    capacity: request.capacity,
    must: request.must ?? [],
    not: (request.not ?? []).filter((id) => ids.has(id)),
    ...(request.timeLimit === undefined ? {} : { timeLimit: request.timeLimit }),
  };
}

function describeItem({ id, title, points, value }: PlannableItem, price: ItemPrice | undefined) {
  return { id, title, points, value, price: price?.price ?? null };
}

function explainChosen(
  item: PlannableItem,
  candidates: readonly PlannableItem[],
  chosen: ReadonlySet<string>,
  must: ReadonlySet<string>,
  hindrances: ReadonlyMap<string, string>,
): string {
  if (must.has(item.id)) return explainMust(item, hindrances);
  const waiting = candidates.filter(
    ({ id, depends }) => chosen.has(id) && depends.includes(item.id),
  );
  const needed = waiting.length > 0 ? `needed by ${waiting.map(({ id }) => id).join(', ')}` : '';
  if (needed !== '' && !item.value) return needed;
  const worth = `${item.value} of value for ${countPoints(item.points ?? 0)}`;
  return needed === '' ? worth : `${worth}; ${needed}`;
}

// What a person put in stays in; what speaks against it is said, not enforced.
function explainMust(item: PlannableItem, hindrances: ReadonlyMap<string, string>): string {
  if (item.done) return 'must be in; done';
  const blockers = item.depends.filter((id) => hindrances.has(id));
  const notes = [
    ...(item.points === null ? ['unestimated, counted as 0 points'] : []),
    ...blockers.map((id) => `waits for ${id} (${hindrances.get(id)})`),
  ];
  return ['must be in', ...notes].join('; ');
}

function explainLeft(item: PlannableItem, problem: SelectionProblem): string {
  const byId = new Map(problem.items.map((each) => [each.id, each]));
  const forced = withRequired(problem.must ?? [], byId);
  const brought = [...withRequired([item.id], byId)].filter((id) => !forced.has(id));
  const sum = (ids: Iterable<string>) => sumDecimals([...ids].map((id) => byId.get(id)?.size ?? 0));
  const free = sumDecimals([problem.capacity, -sum(forced)]);
  const needed = sum(brought);
  if (!fitsIn(needed, free)) {
    const others = brought.filter((id) => id !== item.id);
    const together = others.length > 0 ? ` with ${others.join(', ')}` : '';
    return `does not fit: ${countPoints(needed)}${together}, ${Math.max(0, free)} free`;
  }
  return item.value === null ? 'unscored' : 'worth less than what fits';
}

function withRequired(
  ids: readonly string[],
  byId: ReadonlyMap<string, SelectionProblem['items'][number]>,
): Set<string> {
  const found = new Set(ids);
  for (const id of found) for (const required of byId.get(id)?.requires ?? []) found.add(required);
  return found;
}

function countPoints(points: number): string {
  return points === 1 ? '1 point' : `${points} points`;
}
