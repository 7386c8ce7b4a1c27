import type { PlannableItem } from './plannable-item.js';
import { fitsIn, sumDecimals } from './scale-numbers.js';
import type { SelectionProblem } from './selection-problem.js';
import type { Hindrance } from './sprint-candidates.js';

/** What a plan knows when it explains itself. */
export interface PlanFacts {
  readonly problem: SelectionProblem;
  readonly items: ReadonlyMap<string, PlannableItem>;
  readonly chosen: ReadonlySet<string>;
  readonly hindrances: ReadonlyMap<string, Hindrance>;
}

/** Why an item is in, for people. */
export function explainChosen(item: PlannableItem, facts: PlanFacts): string {
  const isMust = facts.problem.must?.includes(item.id) ?? false;
  const reason = isMust ? explainMust(item, facts) : explainWorth(item, facts);
  // Nothing can be finished before what it waits for: worth knowing at the planning table.
  const earlier = item.depends
    .map((id) => facts.items.get(id))
    .filter((blocker) => blocker?.elsewhere?.isEarlier && !blocker.done)
    .map((blocker) => `${blocker?.id}, in ${blocker?.elsewhere?.sprint}`);
  return earlier.length === 0 ? reason : `${reason}; waits for ${earlier.join(' and ')}`;
}

function explainWorth(item: PlannableItem, { problem, chosen }: PlanFacts): string {
  const waiting = problem.items.filter(
    ({ id, requires }) => chosen.has(id) && requires?.includes(item.id),
  );
  const needed = waiting.length > 0 ? `needed by ${waiting.map(({ id }) => id).join(', ')}` : '';
  if (needed !== '' && !item.value) return needed;
  const worth = `${item.value} of value for ${countPoints(item.points ?? 0)}`;
  return needed === '' ? worth : `${worth}; ${needed}`;
}

// What a person put in stays in; what speaks against it is said, not enforced.
function explainMust(item: PlannableItem, { hindrances }: PlanFacts): string {
  if (item.done) return 'must be in; done';
  const blockers = item.depends.filter((id) => {
    const kind = hindrances.get(id)?.kind;
    return kind !== undefined && kind !== 'elsewhere';
  });
  const notes = [
    ...(item.points === null ? ['unestimated, counted as 0 points'] : []),
    ...blockers.map((id) => `waits for ${id} (${hindrances.get(id)?.reason})`),
  ];
  return ['must be in', ...notes].join('; ');
}

export interface LeftReason {
  readonly kind: Hindrance['kind'] | 'too-large' | 'unscored' | 'outbid';
  /** For people. */
  readonly reason: string;
}

/** Why an item that could be chosen is not. */
export function explainLeft(item: PlannableItem, { problem }: PlanFacts): LeftReason {
  const byId = new Map(problem.items.map((each) => [each.id, each]));
  const forced = withRequired(problem.must ?? [], byId);
  const brought = [...withRequired([item.id], byId)].filter((id) => !forced.has(id));
  const sum = (ids: Iterable<string>) => sumDecimals([...ids].map((id) => byId.get(id)?.size ?? 0));
  const free = sumDecimals([problem.capacity, -sum(forced)]);
  const needed = sum(brought);
  if (!fitsIn(needed, free)) {
    const others = brought.filter((id) => id !== item.id);
    const together = others.length > 0 ? ` with ${others.join(', ')}` : '';
    const reason = `does not fit: ${countPoints(needed)}${together}, ${Math.max(0, free)} free`;
    return { kind: 'too-large', reason };
  }
  return item.value === null
    ? { kind: 'unscored', reason: 'unscored' }
    : { kind: 'outbid', reason: 'worth less than what fits' };
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
