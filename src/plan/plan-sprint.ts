import { describeCycle, findCycle } from '../backlog/graph.js';
import { failure, type Result, success } from '../text/problem.js';
import type { PlannableItem } from './plannable-item.js';
import { type ItemPrice, priceItems } from './price-items.js';
import { solveSelection } from './select-items.js';
import type { SelectionProblem } from './selection-problem.js';
import { findHindrances } from './sprint-candidates.js';
import { explainChosen, explainLeft, type LeftReason } from './sprint-reasons.js';

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
  /** The reason in a word, for scripts. */
  readonly kind: LeftReason['kind'];
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
 * only with what it depends on (chosen too, done, or in an earlier sprint). Items unscored count
 * nothing, and are taken only where a chosen one needs them. Done items are neither chosen nor left,
 * unless in `must`; epics are neither.
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
  const items = new Map(request.items.map((item) => [item.id, item]));
  const unknown = [...(request.must ?? []), ...(request.not ?? [])].find((id) => !items.has(id));
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
  const facts = { problem, items, hindrances, chosen: new Set(selection.chosen) };
  const left = request.items.filter(
    ({ id, done, isEpic }) => !facts.chosen.has(id) && !done && !isEpic,
  );
  const priced = left.filter(({ id }) => !hindrances.has(id)).slice(0, PRICED_LEFT);
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
      .filter(({ id }) => facts.chosen.has(id))
      .map((item) => ({
        ...describeItem(item, prices.get(item.id)),
        reason: explainChosen(item, facts),
      })),
    left: left.map((item) => ({
      ...describeItem(item, prices.get(item.id)),
      ...(hindrances.get(item.id) ?? explainLeft(item, facts)),
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
