import { describeCycle, findCycle } from '../backlog/graph.js';
import type { Problem } from '../text/problem.js';

/** What planning is asked, for one sprint or several. */
export interface SprintPlanRequest extends PlanConstraints, TeamCapacity {}

export interface PlanConstraints {
  /** In backlog order; the done ones too, since others may depend on them. */
  readonly items: readonly PlannableItem[];
  /** What capacities and sizes count; points by default. */
  readonly unit?: SizeUnit;
  /** What the items' values are: a model's benefit, or their place in the backlog. */
  readonly basis?: PlanBasis;
  /** In the sprint already, or required in it: kept whatever they are worth. */
  readonly must?: readonly string[];
  readonly not?: readonly string[];
  readonly goal?: PlanGoal;
  /** Share of the capacity that only bugs may use, 0 to 1. */
  readonly reserve?: number;
  readonly groups?: readonly PlanGroup[];
  /** Seconds. */
  readonly timeLimit?: number;
  /** Branch-and-bound nodes. */
  readonly nodeLimit?: number;
  /** Leaves prices out, which takes most of the time. */
  readonly withoutPrices?: boolean;
  /** The only items to have prices; all chosen and the first of those left unless said. */
  readonly pricesOf?: readonly string[];
}

export type PlanBasis = 'score' | 'order';

export type SizeUnit = 'points' | 'hours' | 'items';

/** What a team can take on in one sprint. */
export interface TeamCapacity {
  readonly capacity: number;
  /** By skill; items that need others are not limited by them. */
  readonly skills?: Readonly<Record<string, number>>;
  /** By assignee. */
  readonly members?: Readonly<Record<string, number>>;
}

export interface PlanGoal {
  readonly id: string;
  /** The items that serve it. */
  readonly items: readonly string[];
  /** Least share of the points, 0 to 1. */
  readonly share: number;
}

/** An epic or a feedback whose value counts only when all of it is chosen or done. */
export interface PlanGroup {
  readonly id: string;
  readonly title: string;
  readonly value: number;
  /** Its parts, which count nothing one by one. */
  readonly items: readonly string[];
}

/** What is wrong with a request before anything is solved; null when it is sound. */
export function findFault(request: PlanConstraints): Problem | null {
  const open = request.items.filter(({ done }) => !done);
  const cycle = findCycle(new Map(open.map(({ id, depends }) => [id, depends])));
  if (cycle) {
    const message = `these items wait for each other: ${describeCycle(cycle)}; remove one of the depends`;
    return { kind: 'data', message };
  }
  const known = new Set(request.items.map(({ id }) => id));
  const unknown = [...(request.must ?? []), ...(request.not ?? [])].find((id) => !known.has(id));
  return unknown === undefined ? null : { kind: 'usage', message: `there is no item ${unknown}` };
}

/** An item as planning sees it. */
export interface PlannableItem {
  readonly id: string;
  readonly title: string;
  readonly points: number | null;
  /** In the plan's unit; the points where it is left out. Null when unestimated. */
  readonly size?: number | null;
  /** The ranking model's benefit: value not divided by size; null when unscored. */
  readonly value: number | null;
  /** Ids exactly as the items have them. */
  readonly depends: readonly string[];
  /** Ids it cannot go with. */
  readonly excludes?: readonly string[];
  readonly skills?: readonly string[];
  readonly assignee?: string | null;
  readonly ready: boolean;
  readonly done: boolean;
  readonly status: string | null;
  /** Planned by its parts: never chosen itself, and never left out. */
  readonly isEpic?: boolean;
  readonly isBug?: boolean;
  /** Another sprint has it; a `must` overrides that. */
  readonly elsewhere?: OtherSprint;
}

interface OtherSprint {
  readonly sprint: string;
  /** It ends before the one planned begins: what depends on the item need not wait. */
  readonly isEarlier: boolean;
}

/** What an item takes of the capacity, in the plan's unit; null when unestimated. */
export function sizeOf({ size, points }: PlannableItem): number | null {
  return size === undefined ? points : size;
}
