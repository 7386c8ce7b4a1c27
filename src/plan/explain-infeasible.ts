import { fitsIn, sumDecimals } from './scale-numbers.js';
import type { SelectionProblem } from './selection-problem.js';

/** Why the items that must be in cannot be, with the numbers; null when they can. */
export function explainInfeasible(problem: SelectionProblem): string | null {
  const { items, capacity, must = [], not = [] } = problem;
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
  const forced = [...forcedBy.keys()].map((id) => ({ id, size: byId.get(id)?.size ?? 0 }));
  const size = sumDecimals(forced.map((item) => item.size));
  if (fitsIn(size, capacity)) return null;
  const list = forced.map((item) => `${item.id} (${item.size})`).join(', ');
  return `what must be in needs ${size}, and the capacity is ${capacity}: ${list}`;
}
