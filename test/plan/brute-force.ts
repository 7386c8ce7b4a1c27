import type { SelectableItem, SelectionProblem } from '../../src/plan/solver/selection-problem.js';

/**
 * The best set by trying all, with the tie rule of `selectItems`; null when nothing is feasible.
 * Sets are bit masks; item 0 is the highest bit, so the greater mask takes the earlier item.
 */
export function selectByBruteForce(problem: SelectionProblem): readonly string[] | null {
  const { items, groups = [] } = problem;
  const isAllowed = createTest(problem);
  const worth = sumSets(items.map(({ value }) => value));
  const bonuses = groups.map((group) => ({ mask: maskOf(items, group.items), value: group.value }));
  let best: { readonly mask: number; readonly value: number } | null = null;
  for (let mask = 0; mask < 2 ** items.length; mask += 1) {
    if (!isAllowed(mask)) continue;
    let value = worth[mask] ?? 0;
    for (const bonus of bonuses) if ((mask & bonus.mask) === bonus.mask) value += bonus.value;
    if (best && value < best.value - 1e-9) continue;
    if (!hasIdleItem(problem, idsIn(items, mask))) best = { mask, value };
  }
  return best && idsIn(items, best.mask);
}

export function worthOf(problem: SelectionProblem, chosen: readonly string[]): number {
  const items = problem.items.filter(({ id }) => chosen.includes(id));
  const groups = (problem.groups ?? []).filter((group) =>
    group.items.every((id) => chosen.includes(id)),
  );
  return [...items, ...groups].reduce((sum, { value }) => sum + value, 0);
}

/** A test of sets against every constraint. */
function createTest(problem: SelectionProblem): (mask: number) => boolean {
  const { items, must = [], not = [], skills = {}, limits = [], goal } = problem;
  const inMask = maskOf(items, must);
  const outMask = maskOf(items, not);
  const requires = items.map((item) => maskOf(items, item.requires ?? []));
  const excludes = items.map((item) => maskOf(items, item.excludes ?? []));
  const caps = [
    { most: problem.capacity, used: sumSets(items.map(({ size }) => size)) },
    ...Object.entries(skills).map(([skill, most]) => ({
      most,
      used: sumSets(items.map((item) => skillUse(item, skill))),
    })),
    ...limits.map((limit) => ({
      most: limit.capacity,
      used: sumSets(items.map(({ id, size }) => (limit.items.includes(id) ? size : 0))),
    })),
  ];
  const all = sumSets(items.map(({ size }) => size));
  const serving = sumSets(items.map(({ id, size }) => (goal?.items.includes(id) ? size : 0)));
  const share = goal?.share ?? 0;
  return (mask) => {
    if ((mask & inMask) !== inMask || (mask & outMask) !== 0) return false;
    for (const { most, used } of caps) if ((used[mask] ?? 0) > most + 1e-9) return false;
    if ((serving[mask] ?? 0) < share * (all[mask] ?? 0) - 1e-9) return false;
    for (let at = 0; at < items.length; at += 1) {
      if (!(mask & bitOf(items, at))) continue;
      const needed = requires[at] ?? 0;
      if ((mask & needed) !== needed || (mask & (excludes[at] ?? 0)) !== 0) return false;
    }
    return true;
  };
}

export function isFeasibleByBruteForce(problem: SelectionProblem): boolean {
  const isAllowed = createTest(problem);
  for (let mask = 0; mask < 2 ** problem.items.length; mask += 1) if (isAllowed(mask)) return true;
  return false;
}

function skillUse({ size, skills = [] }: SelectableItem, skill: string): number {
  if (Array.isArray(skills)) return skills.includes(skill) ? size : 0;
  return (skills as Readonly<Record<string, number>>)[skill] ?? 0;
}

/** By mask: the sum of the numbers of the items in it. */
function sumSets(numbers: readonly number[]): Float64Array {
  const sums = new Float64Array(2 ** numbers.length);
  for (let mask = 1; mask < sums.length; mask += 1) {
    const lowest = mask & -mask;
    const at = numbers.length - 1 - Math.log2(lowest);
    sums[mask] = (sums[mask ^ lowest] ?? 0) + (numbers[at] ?? 0);
  }
  return sums;
}

function bitOf(items: readonly SelectableItem[], at: number): number {
  return 1 << (items.length - 1 - at);
}

function maskOf(items: readonly SelectableItem[], ids: readonly string[]): number {
  return ids.reduce(
    (mask, id) =>
      mask |
      bitOf(
        items,
        items.findIndex((item) => item.id === id),
      ),
    0,
  );
}

function idsIn(items: readonly SelectableItem[], mask: number): string[] {
  return items.filter((_, at) => mask & bitOf(items, at)).map(({ id }) => id);
}

// An item that has no value, is no must, does not serve the goal, and is needed by nothing of the
// kind: from what has a purpose, everything that can be reached over `requires` has one.
function hasIdleItem(problem: SelectionProblem, chosen: readonly string[]): boolean {
  const { items, must = [], groups = [], goal } = problem;
  const complete = groups.filter(
    (group) => group.value > 0 && group.items.every((id) => chosen.includes(id)),
  );
  const serving = (goal?.share ?? 0) > 0 && (goal?.share ?? 0) < 1 ? (goal?.items ?? []) : [];
  const needed = new Set([
    ...items.filter(({ id, value }) => chosen.includes(id) && value > 0).map(({ id }) => id),
    ...items
      .filter(({ id, size }) => chosen.includes(id) && size > 0 && serving.includes(id))
      .map(({ id }) => id),
    ...must,
    ...complete.flatMap((group) => group.items),
  ]);
  for (const id of needed) {
    for (const required of items.find((item) => item.id === id)?.requires ?? [])
      needed.add(required);
  }
  return chosen.some((id) => !needed.has(id));
}
