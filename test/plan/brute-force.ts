import type { SelectionProblem } from '../../src/plan/selection-problem.js';

/** The best set by trying all, with the tie rule of `selectItems`; null when nothing is feasible. */
export function selectByBruteForce(problem: SelectionProblem): readonly string[] | null {
  const { items } = problem;
  let best: { readonly mask: number; readonly value: number } | null = null;
  for (let mask = 0; mask < 2 ** items.length; mask += 1) {
    const chosen = idsIn(problem, mask);
    if (!isAllowed(problem, chosen) || hasIdleItem(problem, chosen)) continue;
    const value = worthOf(problem, chosen);
    // Item 0 is the highest bit, so the greater mask takes the earlier item.
    if (!best || value > best.value + 1e-9 || value > best.value - 1e-9) best = { mask, value };
  }
  return best && idsIn(problem, best.mask);
}

export function worthOf(problem: SelectionProblem, chosen: readonly string[]): number {
  const items = problem.items.filter(({ id }) => chosen.includes(id));
  const groups = (problem.groups ?? []).filter((group) =>
    group.items.every((id) => chosen.includes(id)),
  );
  return [...items, ...groups].reduce((sum, { value }) => sum + value, 0);
}

function idsIn({ items }: SelectionProblem, mask: number): string[] {
  return items.filter((_, index) => mask & (1 << (items.length - 1 - index))).map(({ id }) => id);
}

function isAllowed(problem: SelectionProblem, chosen: readonly string[]): boolean {
  const { items, capacity, must = [], not = [] } = problem;
  const taken = items.filter(({ id }) => chosen.includes(id));
  return (
    taken.reduce((sum, { size }) => sum + size, 0) <= capacity + 1e-9 &&
    must.every((id) => chosen.includes(id)) &&
    !not.some((id) => chosen.includes(id)) &&
    taken.every(({ requires = [] }) => requires.every((id) => chosen.includes(id))) &&
    taken.every(({ excludes = [] }) => !excludes.some((id) => chosen.includes(id)))
  );
}

// An item that has no value, is no must, and is needed by nothing of value: from what is worth
// something, everything that can be reached over `requires` has a reason; the rest is idle.
function hasIdleItem(problem: SelectionProblem, chosen: readonly string[]): boolean {
  const { items, must = [], groups = [] } = problem;
  const complete = groups.filter(
    (group) => group.value > 0 && group.items.every((id) => chosen.includes(id)),
  );
  const needed = new Set([
    ...items.filter(({ id, value }) => chosen.includes(id) && value > 0).map(({ id }) => id),
    ...must,
    ...complete.flatMap((group) => group.items),
  ]);
  for (const id of needed) {
    for (const required of items.find((item) => item.id === id)?.requires ?? [])
      needed.add(required);
  }
  return chosen.some((id) => !needed.has(id));
}
