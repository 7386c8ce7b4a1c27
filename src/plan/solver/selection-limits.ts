import type { SelectableItem, SelectionConstraints, SprintCapacity } from './selection-problem.js';

/** A named sum over the chosen items that has a greatest value. */
export interface NamedLimit {
  /** `null` for the capacity itself. */
  readonly name: string | null;
  readonly most: number;
  /** What each item takes of it, by id; items that take nothing are not there. */
  readonly uses: ReadonlyMap<string, number>;
}

/** Every limit of a sprint: its capacity, its skills', then the others. */
export function listLimits(
  items: readonly SelectableItem[],
  { capacity, skills = {}, limits = [] }: SprintCapacity,
): readonly NamedLimit[] {
  const sizes = new Map(items.map(({ id, size }) => [id, size]));
  return [
    { name: null, most: capacity, uses: mapUses(items, ({ size }) => size) },
    ...Object.entries(skills).map(([skill, most]) => ({
      name: skill,
      most,
      uses: mapUses(items, (item) => skillUse(item, skill)),
    })),
    ...limits.map(({ id, capacity: most, items: ids }) => ({
      name: id,
      most,
      uses: new Map(ids.map((item) => [item, sizes.get(item) ?? 0])),
    })),
  ];
}

/**
 * What each item takes of a sum that may be at most 0: its size towards the share, less its whole
 * size when it serves the goal. Null without a goal.
 */
export function goalUses({
  items,
  goal,
}: SelectionConstraints): ReadonlyMap<string, number> | null {
  if (!goal || goal.share === 0) return null;
  const serving = new Set(goal.items);
  return mapUses(items, ({ id, size }) => size * (goal.share - (serving.has(id) ? 1 : 0)));
}

function mapUses(
  items: readonly SelectableItem[],
  use: (item: SelectableItem) => number,
): ReadonlyMap<string, number> {
  return new Map(items.map((item) => [item.id, use(item)] as const).filter(([, n]) => n !== 0));
}

function skillUse({ size, skills = [] }: SelectableItem, skill: string): number {
  if (isSkillList(skills)) return skills.includes(skill) ? size : 0;
  return Object.hasOwn(skills, skill) ? (skills[skill] ?? 0) : 0;
}

function isSkillList(skills: object): skills is readonly string[] {
  return Array.isArray(skills);
}
