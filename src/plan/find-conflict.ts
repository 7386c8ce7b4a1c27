import { explainForced } from './explain-forced.js';
import { sumDecimals } from './scale-numbers.js';
import type { SelectionProblem, SprintRoom } from './selection-problem.js';

/** Something asked of a selection that can be given up. What items require is not: it is a fact. */
export type Wish =
  | { readonly kind: 'goal' | 'capacity' }
  | { readonly kind: 'skill' | 'limit' | 'must' | 'not'; readonly id: string }
  | { readonly kind: 'exclusion'; readonly ids: readonly [string, string] };

/**
 * A smallest set of wishes in conflict: they cannot all be met, and without any one of them the
 * others can (a deletion filter; Chinneck and Dravnieks, "Locating minimal infeasible constraint
 * sets in linear programs", ORSA Journal on Computing 3, 1991). Takes a problem that is infeasible.
 */
export async function findConflict(
  problem: SelectionProblem,
  canHold: (relaxed: SelectionProblem) => Promise<boolean>,
): Promise<readonly Wish[]> {
  let kept = listWishes(problem);
  const isNeeded = async (given: readonly Wish[]) =>
    canHold(
      keepWishes(
        problem,
        kept.filter((wish) => !given.includes(wish)),
      ),
    );

  // Whole kinds first: most have no part in it.
  const kinds = [...new Set(kept.map(({ kind }) => kind))];
  for (const kind of kinds) {
    const ofKind = kept.filter((wish) => wish.kind === kind);
    for (const given of ofKind.length > 1 ? [ofKind, ...ofKind.map((wish) => [wish])] : [ofKind]) {
      if (!kept.some((wish) => given.includes(wish)) || (await isNeeded(given))) continue;
      kept = kept.filter((wish) => !given.includes(wish));
    }
  }
  return kept;
}

// In the order in which they are given up: the items named, last.
function listWishes({ items, must, not, goal, skills, limits }: SelectionProblem): readonly Wish[] {
  return [
    ...(goal ? [{ kind: 'goal' as const }] : []),
    ...Object.keys(skills ?? {}).map((id) => ({ kind: 'skill' as const, id })),
    ...(limits ?? []).map(({ id }) => ({ kind: 'limit' as const, id })),
    ...items.flatMap(({ id, excludes = [] }) =>
      excludes.map((other) => ({ kind: 'exclusion' as const, ids: [id, other] as const })),
    ),
    { kind: 'capacity' },
    ...(not ?? []).map((id) => ({ kind: 'not' as const, id })),
    ...(must ?? []).map((id) => ({ kind: 'must' as const, id })),
  ];
}

/** The problem with only some of its wishes. */
export function keepWishes(problem: SelectionProblem, kept: readonly Wish[]): SelectionProblem {
  const { items, goal, ...rest } = problem;
  const named = (kind: Wish['kind']) =>
    new Set(kept.flatMap((wish) => (wish.kind === kind && 'id' in wish ? [wish.id] : [])));
  const skills = named('skill');
  const limits = named('limit');
  const musts = named('must');
  const nots = named('not');
  const exclusions = kept.flatMap((wish) => (wish.kind === 'exclusion' ? [wish.ids] : []));
  const hasCapacity = kept.some(({ kind }) => kind === 'capacity');
  const room: SprintRoom = {
    capacity: hasCapacity ? problem.capacity : sumDecimals(items.map(({ size }) => size)) + 1,
    skills: Object.fromEntries(
      Object.entries(problem.skills ?? {}).filter(([skill]) => skills.has(skill)),
    ),
    limits: (problem.limits ?? []).filter(({ id }) => limits.has(id)),
  };
  return {
    ...rest,
    ...room,
    items: items.map((item) => ({
      ...item,
      excludes: exclusions.flatMap(([id, other]) => (id === item.id ? [other] : [])),
    })),
    must: (problem.must ?? []).filter((id) => musts.has(id)),
    not: (problem.not ?? []).filter((id) => nots.has(id)),
    ...(goal && kept.some(({ kind }) => kind === 'goal') ? { goal } : {}),
  };
}

/** A conflict for people, with the numbers where the items named are enough to see it. */
export function describeConflict(problem: SelectionProblem, conflict: readonly Wish[]): string {
  const reduced = keepWishes(problem, conflict);
  const forced = explainForced(reduced, [reduced]);
  if (forced !== null) return forced;
  const list = conflict.map((wish) => describeWish(problem, wish)).join('; ');
  return `these cannot hold together, and without any one of them the others can: ${list}`;
}

function describeWish({ goal, capacity, skills, limits }: SelectionProblem, wish: Wish): string {
  switch (wish.kind) {
    case 'goal':
      return `${Number(((goal?.share ?? 0) * 100).toFixed(2))} % of the size serves the goal`;
    case 'capacity':
      return `the capacity is ${capacity}`;
    case 'skill':
      return `${wish.id} has ${skills?.[wish.id]}`;
    case 'limit':
      return `${wish.id} has ${limits?.find(({ id }) => id === wish.id)?.capacity}`;
    case 'exclusion':
      return `${wish.ids[0]} excludes ${wish.ids[1]}`;
    case 'must':
      return `${wish.id} must be in`;
    case 'not':
      return `${wish.id} must not be in`;
    default:
      return wish satisfies never;
  }
}
