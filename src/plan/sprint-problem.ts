import { sumDecimals } from './solver/scale-numbers.js';
import type { SelectionConstraints, SprintCapacity } from './solver/selection-problem.js';
import type { Blocker } from './sprint-candidates.js';
import {
  type PlanConstraints,
  type PlannableItem,
  sizeOf,
  type TeamCapacity,
} from './sprint-request.js';

/** What the reserve keeps bugs' room from. */
export const reserveLimit = 'all work but bugs';

/** The items that may be chosen: open ones that nothing blocks, and every `must`. */
export function listCandidates(
  request: PlanConstraints,
  blockers: ReadonlyMap<string, Blocker>,
): readonly PlannableItem[] {
  const must = new Set(request.must);
  return request.items.filter(({ id, done }) => must.has(id) || (!done && !blockers.has(id)));
}

/** A plan's constraints as the solver takes them: ids of candidates only. */
export function toConstraints(
  request: PlanConstraints,
  candidates: readonly PlannableItem[],
): SelectionConstraints {
  const ids = new Set(candidates.map(({ id }) => id));
  const done = new Set(request.items.filter((item) => item.done).map(({ id }) => id));
  const grouped = new Set((request.groups ?? []).flatMap(({ items }) => items));
  const { goal, must = [], not = [], timeLimit, nodeLimit } = request;
  return {
    items: candidates.map((item) => ({
      id: item.id,
      // Only a `must` item can be unestimated here; its reason says so.
      size: sizeOf(item) ?? 0,
      value: grouped.has(item.id) ? 0 : (item.value ?? 0),
      requires: item.depends.filter((other) => ids.has(other) && !done.has(other)),
      excludes: (item.excludes ?? []).filter((other) => ids.has(other) && other !== item.id),
      skills: item.skills ?? [],
    })),
    must,
    not: not.filter((id) => ids.has(id)),
    groups: listGroups(request, ids),
    ...(goal && { goal: { ...goal, items: goal.items.filter((id) => ids.has(id)) } }),
    ...(timeLimit === undefined ? {} : { timeLimit }),
    ...(nodeLimit === undefined ? {} : { nodeLimit }),
  };
}

// What is done, or in an earlier sprint, is there already; a part that cannot be chosen spoils all.
function listGroups({ groups = [], items }: PlanConstraints, candidates: ReadonlySet<string>) {
  const decided = new Set(
    items.filter(({ done, elsewhere }) => done || elsewhere?.isEarlier).map(({ id }) => id),
  );
  return groups
    .map((group) => ({ ...group, items: group.items.filter((id) => !decided.has(id)) }))
    .filter(({ items: parts }) => parts.length > 0 && parts.every((id) => candidates.has(id)));
}

/** A team's capacity with a limit for each assignee, and one for what the reserve leaves. */
export function toSprintCapacity(
  { reserve = 0 }: PlanConstraints,
  { capacity, skills = {}, members = {} }: TeamCapacity,
  candidates: readonly PlannableItem[],
): SprintCapacity {
  const idsOf = (has: (item: PlannableItem) => boolean) =>
    candidates.filter(has).map(({ id }) => id);
  return {
    capacity,
    skills,
    limits: [
      ...Object.entries(members).map(([name, most]) => ({
        id: name,
        capacity: most,
        items: idsOf(({ assignee }) => assignee === name),
      })),
      ...(reserve > 0
        ? [
            {
              id: reserveLimit,
              capacity: sumDecimals([capacity, -capacity * reserve]),
              items: idsOf(({ isBug }) => !isBug),
            },
          ]
        : []),
    ],
  };
}
