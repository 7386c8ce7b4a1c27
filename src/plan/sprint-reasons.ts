import { saySize } from '../text/amount.js';
import { fitsIn, sumDecimals } from './solver/scale-numbers.js';
import { listLimits, type NamedLimit } from './solver/selection-limits.js';
import type { SelectionConstraints, SprintCapacity } from './solver/selection-problem.js';
import type { Blocker } from './sprint-candidates.js';
import {
  type PlanBasis,
  type PlanGroup,
  type PlannableItem,
  type SizeUnit,
  sizeOf,
} from './sprint-request.js';

/** What a plan knows when it explains itself. */
export interface PlanFacts {
  readonly constraints: SelectionConstraints;
  /** One for each sprint. */
  readonly capacities: readonly SprintCapacity[];
  readonly unit: SizeUnit;
  readonly basis: PlanBasis;
  readonly items: ReadonlyMap<string, PlannableItem>;
  readonly chosen: ReadonlySet<string>;
  readonly blockers: ReadonlyMap<string, Blocker>;
  readonly groups: readonly PlanGroup[];
}

/** Why an item is in, for people. */
export function explainChosen(item: PlannableItem, facts: PlanFacts): string {
  const isMust = facts.constraints.must?.includes(item.id) ?? false;
  const reason = isMust ? explainMust(item, facts) : explainWorth(item, facts);
  // Nothing can be finished before what it waits for: worth knowing at the planning table.
  const earlier = item.depends
    .map((id) => facts.items.get(id))
    .filter((blocker) => blocker?.elsewhere?.isEarlier && !blocker.done)
    .map((blocker) => `${blocker?.id}, in ${blocker?.elsewhere?.sprint}`);
  return earlier.length === 0 ? reason : `${reason}; waits for ${earlier.join(' and ')}`;
}

function explainWorth(
  item: PlannableItem,
  { constraints, chosen, groups, unit, basis }: PlanFacts,
): string {
  const group = groups.find(({ items }) => items.includes(item.id));
  const users = constraints.items
    .filter(({ id, requires }) => chosen.has(id) && requires?.includes(item.id))
    .map(({ id }) => id);
  const size = saySize(sizeOf(item) ?? 0, unit);
  const reasons = [
    ...(group ? [`part of ${group.id}, ${group.value} of value when complete`] : []),
    ...(!group && item.value
      ? [basis === 'order' ? "by the backlog's order" : `${item.value} of value for ${size}`]
      : []),
    ...(users.length > 0 ? [`needed by ${users.join(', ')}`] : []),
  ];
  return reasons.length > 0 ? reasons.join('; ') : 'serves the goal';
}

// What a person put in stays in; what speaks against it is said, not enforced.
function explainMust(item: PlannableItem, { blockers, unit }: PlanFacts): string {
  if (item.done) return 'must be in; done';
  const waitsFor = item.depends.filter((id) => {
    const kind = blockers.get(id)?.kind;
    return kind !== undefined && kind !== 'elsewhere';
  });
  const notes = [
    ...(sizeOf(item) === null ? [`unestimated, counted as 0 ${unit}`] : []),
    ...waitsFor.map((id) => `waits for ${id} (${blockers.get(id)?.reason})`),
  ];
  return ['must be in', ...notes].join('; ');
}

export interface LeftReason {
  readonly kind: Blocker['kind'] | 'conflict' | 'too-large' | 'unscored' | 'outbid';
  /** For people. */
  readonly reason: string;
}

/** Prepares to say why items that could be chosen are not. */
export function createLeftExplainer(facts: PlanFacts): (item: PlannableItem) => LeftReason {
  const { constraints, groups } = facts;
  const byId = new Map(constraints.items.map((each) => [each.id, each]));
  const forced = withRequired(constraints.must ?? [], byId);
  const findTight = createTightFinder(facts, forced);
  return (item) => {
    const brought = withRequired([item.id], byId);
    for (const id of brought) {
      const rival = byId.get(id)?.excludes?.find((other) => forced.has(other));
      const counterpart = [...forced].find((other) => byId.get(other)?.excludes?.includes(id));
      const other = rival ?? counterpart;
      if (other !== undefined) return { kind: 'conflict', reason: `cannot go with ${other}` };
    }
    const tight = findTight(brought);
    if (tight !== null) return { kind: 'too-large', reason: tight };
    return item.value === null && !groups.some(({ items }) => items.includes(item.id))
      ? { kind: 'unscored', reason: 'unscored' }
      : {
          kind: 'outbid',
          reason:
            facts.basis === 'order'
              ? 'lower in the backlog than the items that fit'
              : 'worth less than the items that fit',
        };
  };
}

// A limit that what must be in leaves too little of, over all sprints together.
function createTightFinder(
  { constraints, capacities, unit }: PlanFacts,
  forced: ReadonlySet<string>,
): (brought: ReadonlySet<string>) => string | null {
  const rows = capacities.map((sprintCapacity) => listLimits(constraints.items, sprintCapacity));
  const limits = (rows[0] ?? []).map(({ name, uses }, index) => {
    const used = (ids: Iterable<string>) => sumDecimals([...ids].map((id) => uses.get(id) ?? 0));
    const most = sumDecimals(rows.map((list: readonly NamedLimit[]) => list[index]?.most ?? 0));
    return { name, uses, used, free: sumDecimals([most, -used(forced)]) };
  });
  return (brought) => {
    const [itself] = brought;
    const added = [...brought].filter((id) => !forced.has(id));
    for (const { name, uses, used, free } of limits) {
      const needed = used(added);
      if (fitsIn(needed, free)) continue;
      const others = added.filter((id) => uses.has(id) && id !== itself);
      const together = others.length > 0 ? ` with ${others.join(', ')}` : '';
      const what = name === null ? '' : ` of ${name}`;
      return `does not fit: ${saySize(needed, unit)}${what}${together}, ${Math.max(0, free)} free`;
    }
    return null;
  };
}

function withRequired(
  ids: readonly string[],
  byId: ReadonlyMap<string, SelectionConstraints['items'][number]>,
): Set<string> {
  const found = new Set(ids);
  for (const id of found) for (const required of byId.get(id)?.requires ?? []) found.add(required);
  return found;
}
