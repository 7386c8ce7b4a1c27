import { fitsIn, sumDecimals } from './scale-numbers.js';
import { listLimits } from './selection-limits.js';
import type { SelectionWishes, SprintRoom } from './selection-problem.js';

/**
 * Why the items that must be in, with all that they require, cannot be, with the numbers; null when
 * nothing speaks against them alone.
 */
export function explainForced(
  problem: SelectionWishes,
  rooms: readonly SprintRoom[],
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
  return explainTooLarge(problem, rooms, [...forcedBy.keys()]);
}

function explainTooLarge(
  { items }: SelectionWishes,
  rooms: readonly SprintRoom[],
  forced: readonly string[],
): string | null {
  // Over several sprints, what must be in may use all of them.
  for (const [index, { name }] of listLimits(items, rooms[0] ?? { capacity: 0 }).entries()) {
    const limits = rooms.map((room) => listLimits(items, room)[index]);
    const most = sumDecimals(limits.map((limit) => limit?.most ?? 0));
    const uses = forced.flatMap((id) => {
      const size = limits[0]?.uses.get(id) ?? 0;
      return size > 0 || name === null ? [{ id, size }] : [];
    });
    const used = sumDecimals(uses.map(({ size }) => size));
    if (fitsIn(used, most)) continue;
    const list = uses.map(({ id, size }) => `${id} (${size})`).join(', ');
    return name === null
      ? `what must be in needs ${used}, and the capacity is ${most}: ${list}`
      : `what must be in needs ${used} of ${name}, which has ${most}: ${list}`;
  }
  return null;
}
