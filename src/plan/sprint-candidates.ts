import type { PlannableItem, SprintPlanRequest } from './plan-sprint.js';

/**
 * Why items cannot be chosen at all, by id, in words: excluded, elsewhere, not ready, unestimated, or waiting
 * for one of those. Items in `must` and done ones have none. Expects no cycle.
 */
export function findHindrances(request: SprintPlanRequest): ReadonlyMap<string, string> {
  const must = new Set(request.must);
  const not = new Set(request.not);
  const byId = new Map(request.items.map((item) => [item.id, item]));
  const hindrances = new Map<string, string>();
  for (const item of request.items) {
    if (item.done || must.has(item.id)) continue;
    const own = explainOwn(item, not);
    if (own !== null) hindrances.set(item.id, own);
  }

  // What waits for a hindered item waits too, and so on along the line.
  const dependents = new Map<string, string[]>();
  for (const { id, depends } of request.items) {
    for (const other of depends) dependents.set(other, [...(dependents.get(other) ?? []), id]);
  }
  const unknown = [...dependents.keys()].filter((id) => !byId.has(id));
  const queue = [...unknown, ...hindrances.keys()];
  for (let blocker = queue.shift(); blocker !== undefined; blocker = queue.shift()) {
    for (const id of dependents.get(blocker) ?? []) {
      const isSettled = hindrances.has(id) || must.has(id) || byId.get(id)?.done;
      if (isSettled) continue;
      hindrances.set(id, explainWaiting(blocker, byId.get(blocker), hindrances.get(blocker)));
      queue.push(id);
    }
  }
  return hindrances;
}

function explainOwn(item: PlannableItem, not: ReadonlySet<string>): string | null {
  if (not.has(item.id)) return 'excluded by --not';
  if (item.elsewhere !== undefined) return item.elsewhere;
  if (!item.ready) return item.status === null ? 'not ready' : `not ready: ${item.status}`;
  return item.points === null ? 'unestimated' : null;
}

function explainWaiting(
  id: string,
  blocker: PlannableItem | undefined,
  hindrance: string | undefined,
): string {
  if (!blocker) return `waits for ${id}, which was dropped or is not in the backlog`;
  return `waits for ${id} (${hindrance})`;
}
