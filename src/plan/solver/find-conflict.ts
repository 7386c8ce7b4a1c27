import { fitsIn, sumDecimals } from './scale-numbers.js';
import { listLimits } from './selection-limits.js';
import type { SelectionConstraints, SprintCapacity } from './selection-problem.js';

/** A constraint on a selection that can be given up. What items require is not: it is a fact. */
export type Constraint =
  | { readonly kind: 'goal' | 'capacity' }
  | { readonly kind: 'skill' | 'limit' | 'must' | 'not'; readonly id: string }
  | { readonly kind: 'exclusion'; readonly ids: readonly [string, string] };

/**
 * A smallest set of constraints in conflict: they cannot all be met, and without any one of them the
 * others can (a deletion filter; Chinneck and Dravnieks, "Locating minimal infeasible constraint
 * sets in linear programs", ORSA Journal on Computing 3, 1991). Takes a problem that is infeasible.
 *
 * @param canHold whether some of the constraints can all be met
 */
export async function findConflict(
  problem: SelectionConstraints,
  sprintCapacity: SprintCapacity,
  canHold: (kept: readonly Constraint[]) => Promise<boolean>,
): Promise<readonly Constraint[]> {
  let kept = listConstraints(problem, sprintCapacity);
  // Whole kinds first: most have no part in it.
  const kinds = [...new Set(kept.map(({ kind }) => kind))];
  for (const kind of kinds) {
    const ofKind = kept.filter((constraint) => constraint.kind === kind);
    for (const given of ofKind.length > 1
      ? [ofKind, ...ofKind.map((constraint) => [constraint])]
      : [ofKind]) {
      if (!kept.some((constraint) => given.includes(constraint))) continue;
      const others = kept.filter((constraint) => !given.includes(constraint));
      if (!(await canHold(others))) kept = others;
    }
  }
  return kept;
}

// In the order in which they are given up: the items named, last.
function listConstraints(
  { items, must, not, goal }: SelectionConstraints,
  { skills, limits }: SprintCapacity,
): readonly Constraint[] {
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

/** Items, musts, nots and goal with only some of the constraints. */
export function keepConstraints(
  problem: SelectionConstraints,
  kept: readonly Constraint[],
): SelectionConstraints {
  const { items, goal, groups = [] } = problem;
  const musts = namesOf(kept, 'must');
  const nots = namesOf(kept, 'not');
  const exclusions = kept.flatMap((constraint) =>
    constraint.kind === 'exclusion' ? [constraint.ids] : [],
  );
  return {
    groups,
    items: items.map((item) => ({
      ...item,
      excludes: exclusions.flatMap(([id, other]) => (id === item.id ? [other] : [])),
    })),
    must: (problem.must ?? []).filter((id) => musts.has(id)),
    not: (problem.not ?? []).filter((id) => nots.has(id)),
    ...(goal && kept.some(({ kind }) => kind === 'goal') ? { goal } : {}),
  };
}

/** A sprint's capacity with only some of the constraints; without its capacity, everything fits. */
export function keepCapacity(
  items: SelectionConstraints['items'],
  { capacity, skills = {}, limits = [] }: SprintCapacity,
  kept: readonly Constraint[],
): SprintCapacity {
  const keptSkills = namesOf(kept, 'skill');
  const keptLimits = namesOf(kept, 'limit');
  const isLimited = kept.some(({ kind }) => kind === 'capacity');
  return {
    capacity: isLimited ? capacity : sumDecimals(items.map(({ size }) => size)) + 1,
    skills: Object.fromEntries(Object.entries(skills).filter(([skill]) => keptSkills.has(skill))),
    limits: limits.filter(({ id }) => keptLimits.has(id)),
  };
}

function namesOf(
  constraints: readonly Constraint[],
  kind: Constraint['kind'],
): ReadonlySet<string> {
  return new Set(
    constraints.flatMap((constraint) =>
      constraint.kind === kind && 'id' in constraint ? [constraint.id] : [],
    ),
  );
}

/**
 * A conflict for people, with the numbers where the items named are enough to see it.
 *
 * @param capacities of the sprints there are, one or more
 */
export function describeConflict(
  problem: SelectionConstraints,
  capacities: readonly SprintCapacity[],
  conflict: readonly Constraint[],
): string {
  const keptCapacities = capacities.map((sprintCapacity) =>
    keepCapacity(problem.items, sprintCapacity, conflict),
  );
  const forced = explainForced(keepConstraints(problem, conflict), keptCapacities);
  if (forced !== null) return forced;
  const list = conflict
    .map((constraint) => describeConstraint(problem, capacities, constraint))
    .join('; ');
  return `these constraints conflict; removing any one of them resolves it: ${list}`;
}

function describeConstraint(
  { goal }: SelectionConstraints,
  capacities: readonly SprintCapacity[],
  constraint: Constraint,
): string {
  const list = (read: (sprintCapacity: SprintCapacity) => number | undefined) =>
    capacities.map(read).join(', ');
  switch (constraint.kind) {
    case 'goal':
      return `${Number(((goal?.share ?? 0) * 100).toFixed(2))} % of the size serves the goal`;
    case 'capacity':
      return `the capacity is ${list(({ capacity }) => capacity)}`;
    case 'skill':
      return `${constraint.id} has ${list(({ skills }) => skills?.[constraint.id])}`;
    case 'limit':
      return `${constraint.id} has ${list(
        ({ limits }) => limits?.find(({ id }) => id === constraint.id)?.capacity,
      )}`;
    case 'exclusion':
      return `${constraint.ids[0]} excludes ${constraint.ids[1]}`;
    case 'must':
      return `${constraint.id} must be in`;
    case 'not':
      return `${constraint.id} must not be in`;
    default:
      return constraint satisfies never;
  }
}

/**
 * Why the items that must be in, with all that they require, cannot be, with the numbers; null when
 * nothing speaks against them alone.
 */
function explainForced(
  problem: SelectionConstraints,
  capacities: readonly SprintCapacity[],
): string | null {
  const { items, must = [], not = [] } = problem;
  const byId = new Map(items.map((item) => [item.id, item]));
  /** What is forced in, by what. */
  const forcedBy = new Map(must.map((id) => [id, id]));
  for (const [id, source] of forcedBy) {
    for (const required of byId.get(id)?.requires ?? []) {
      if (!forcedBy.has(required)) forcedBy.set(required, source);
    }
  }
  const describe = (id: string) => {
    const source = forcedBy.get(id);
    return source === id ? `${id} must be in` : `${id} must be in, since ${source} needs it`;
  };

  const refused = not.find((id) => forcedBy.has(id));
  if (refused !== undefined) return `${describe(refused)}, and must not be in`;
  for (const id of forcedBy.keys()) {
    const excluded = byId.get(id)?.excludes?.find((other) => forcedBy.has(other));
    if (excluded !== undefined)
      return `${describe(id)}, and excludes ${excluded}: ${describe(excluded)}`;
  }
  return explainTooLarge(problem, capacities, [...forcedBy.keys()]);
}

function explainTooLarge(
  { items }: SelectionConstraints,
  capacities: readonly SprintCapacity[],
  forced: readonly string[],
): string | null {
  // Over several sprints, what must be in may use all of them.
  for (const [index, { name }] of listLimits(items, capacities[0] ?? { capacity: 0 }).entries()) {
    const limits = capacities.map((sprintCapacity) => listLimits(items, sprintCapacity)[index]);
    const most = sumDecimals(limits.map((limit) => limit?.most ?? 0));
    const uses = forced.flatMap((id) => {
      const size = limits[0]?.uses.get(id) ?? 0;
      return size > 0 || name === null ? [{ id, size }] : [];
    });
    const used = sumDecimals(uses.map(({ size }) => size));
    if (fitsIn(used, most)) continue;
    const list = uses.map(({ id, size }) => `${id} (${size})`).join(', ');
    return name === null
      ? `the required items need ${used}, the capacity is ${most}: ${list}`
      : `the required items need ${used} of ${name}, which has ${most}: ${list}`;
  }
  return null;
}
