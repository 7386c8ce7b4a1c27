import { failure, type Result, success } from '../text/problem.js';
import { type Alternative, findAlternatives } from './solver/find-alternatives.js';
import { type ItemPrice, priceItems } from './solver/price-items.js';
import { solveSelection } from './solver/select-items.js';
import type { Selection } from './solver/selection-problem.js';
import { findBlockers } from './sprint-candidates.js';
import { listCandidates, toConstraints, toSprintCapacity } from './sprint-problem.js';
import {
  createLeftExplainer,
  explainChosen,
  type LeftReason,
  type PlanFacts,
} from './sprint-reasons.js';
import {
  findFault,
  type PlanBasis,
  type PlanConstraints,
  type PlannableItem,
  type SizeUnit,
  type SprintPlanRequest,
} from './sprint-request.js';

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

/** What became of a group: an epic or feedback whose value counts only as a whole. */
export interface PlannedGroup {
  readonly id: string;
  readonly title: string;
  readonly value: number;
  readonly complete: boolean;
  /** Its open parts that are not chosen. */
  readonly missing: readonly string[];
}

/** `sprint plan --json` (docs/design.md). */
export interface SprintPlan {
  readonly basis: PlanBasis;
  /** What the capacities, `points` and sizes count. */
  readonly unit: SizeUnit;
  readonly capacity: number;
  /** What of the capacity is used. */
  readonly points: number;
  readonly value: number;
  readonly proven: boolean;
  readonly bound: number;
  readonly gap: number;
  readonly chosen: readonly PlannedItem[];
  readonly left: readonly LeftItem[];
  readonly groups: readonly PlannedGroup[];
  /** Other sets nearly as good; null when not asked for. */
  readonly alternatives: readonly Alternative[] | null;
}

/** How many of the items left out get a price. */
const PRICED_LEFT = 20;

/**
 * The sprint of greatest summed benefit within the capacity: ready, estimated, unblocked items, each
 * only with what it depends on (chosen too, done, or in an earlier sprint). Items unscored count
 * nothing, and are taken only where a chosen one needs them, or for the goal. Done items are neither
 * chosen nor left, unless in `must`; epics are neither.
 *
 * Fails on a cycle, on an unknown id in `must` or `not`, and on constraints that cannot all be met, with
 * a smallest set of them in conflict.
 */
export async function planSprint(
  request: SprintPlanRequest & { readonly withAlternatives?: boolean },
): Promise<Result<SprintPlan>> {
  const fault = findFault(request);
  if (fault) return failure(fault);
  const blockers = findBlockers(request);
  const candidates = listCandidates(request, blockers);
  const constraints = toConstraints(request, candidates);
  const sprintCapacity = toSprintCapacity(request, request, candidates);
  const problem = { ...constraints, ...sprintCapacity };
  const solved = await solveSelection(problem);
  if (!solved.ok) return solved;

  const selection = solved.value;
  const facts = gatherFacts(
    request,
    { constraints, capacities: [sprintCapacity], blockers },
    selection.chosen,
  );
  const left = listLeft(request, facts);
  const explainLeft = createLeftExplainer(facts);
  const free = left.map(({ id }) => id).filter((id) => !blockers.has(id));
  const priced = request.pricesOf
    ? [...selection.chosen, ...free].filter((id) => request.pricesOf?.includes(id))
    : [...selection.chosen, ...free.slice(0, PRICED_LEFT)];
  const prices = request.withoutPrices
    ? new Map<string, ItemPrice>()
    : await priceItems(problem, selection, priced);
  return success({
    basis: facts.basis,
    unit: facts.unit,
    capacity: request.capacity,
    ...describeWorth(selection),
    chosen: request.items
      .filter(({ id }) => facts.chosen.has(id))
      .map((item) => ({
        ...describeItem(item, prices.get(item.id)),
        reason: explainChosen(item, facts),
      })),
    left: left.map((item) => ({
      ...describeItem(item, prices.get(item.id)),
      ...(blockers.get(item.id) ?? explainLeft(item)),
      displaces: prices.get(item.id)?.displaces ?? null,
    })),
    groups: describeGroups(request, facts.chosen),
    alternatives: request.withAlternatives ? await findAlternatives(problem, selection) : null,
  });
}

export function gatherFacts(
  { items, unit = 'points', basis = 'score', groups = [] }: PlanConstraints,
  solved: Pick<PlanFacts, 'constraints' | 'capacities' | 'blockers'>,
  chosen: readonly string[],
): PlanFacts {
  const byId = new Map(items.map((item) => [item.id, item]));
  return { ...solved, unit, basis, groups, items: byId, chosen: new Set(chosen) };
}

/** Open items that are not chosen, without epics. */
export function listLeft(
  { items }: PlanConstraints,
  { chosen }: PlanFacts,
): readonly PlannableItem[] {
  return items.filter(({ id, done, isEpic }) => !chosen.has(id) && !done && !isEpic);
}

export function describeWorth({ size, value, proven, bound, gap }: Omit<Selection, 'chosen'>) {
  return { points: size, value, proven, bound, gap };
}

export function describeItem(item: PlannableItem, price?: ItemPrice) {
  const { id, title, points, value } = item;
  return { id, title, points, value, price: price?.price ?? null };
}

export function describeGroups(
  { items, groups = [] }: PlanConstraints,
  chosen: ReadonlySet<string>,
): readonly PlannedGroup[] {
  const decided = new Set(
    items.filter(({ done, elsewhere }) => done || elsewhere?.isEarlier).map(({ id }) => id),
  );
  return groups.map(({ id, title, value, items: parts }) => {
    const missing = parts.filter((part) => !chosen.has(part) && !decided.has(part));
    return { id, title, value, complete: missing.length === 0, missing };
  });
}
