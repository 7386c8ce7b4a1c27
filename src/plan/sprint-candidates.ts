import { type PlannableItem, sizeOf } from './sprint-request.js';

/** Why an item cannot be chosen at all. */
export interface Hindrance {
  /** `epic`: only its parts are planned. */
  readonly kind: 'excluded' | 'elsewhere' | 'epic' | 'not-ready' | 'unestimated' | 'waiting';
  /** For people. */
  readonly reason: string;
}

export interface CandidateRequest {
  readonly items: readonly PlannableItem[];
  readonly must?: readonly string[];
  readonly not?: readonly string[];
}

/**
 * What hinders items, by id: excluded, elsewhere, not ready, unestimated, or waiting for one of
 * those. Items in `must` and done ones have no hindrance. Expects no cycle.
 */
export function findHindrances(request: CandidateRequest): ReadonlyMap<string, Hindrance> {
  const must = new Set(request.must);
  const not = new Set(request.not);
  const byId = new Map(request.items.map((item) => [item.id, item]));
  const hindrances = new Map<string, Hindrance>();
  for (const item of request.items) {
    if (item.done || must.has(item.id)) continue;
    const own = findOwn(item, not);
    if (own !== null) hindrances.set(item.id, own);
  }

  // What waits for a hindered item waits too, and so on along the line.
  const dependents = new Map<string, string[]>();
  for (const { id, depends } of request.items) {
    for (const other of depends) dependents.set(other, [...(dependents.get(other) ?? []), id]);
  }
  const unknown = [...dependents.keys()].filter((id) => !byId.has(id));
  const hindered = [...hindrances.keys()].filter((id) => !byId.get(id)?.elsewhere?.isEarlier);
  const queue = [...unknown, ...hindered];
  for (let blocker = queue.shift(); blocker !== undefined; blocker = queue.shift()) {
    for (const id of dependents.get(blocker) ?? []) {
      const isSettled = hindrances.has(id) || must.has(id) || byId.get(id)?.done;
      if (isSettled) continue;
      const reason = explainWaiting(blocker, byId.get(blocker), hindrances.get(blocker));
      hindrances.set(id, { kind: 'waiting', reason });
      queue.push(id);
    }
  }
  return hindrances;
}

function findOwn(item: PlannableItem, not: ReadonlySet<string>): Hindrance | null {
  if (not.has(item.id)) return { kind: 'excluded', reason: 'excluded by --not' };
  if (item.elsewhere) {
    return { kind: 'elsewhere', reason: `in ${item.elsewhere.sprint} already` };
  }
  if (item.isEpic) return { kind: 'epic', reason: 'an epic that is not done' };
  if (!item.ready) {
    return {
      kind: 'not-ready',
      reason: item.status === null ? 'not ready' : `not ready: ${item.status}`,
    };
  }
  return sizeOf(item) === null ? { kind: 'unestimated', reason: 'unestimated' } : null;
}

function explainWaiting(
  id: string,
  blocker: PlannableItem | undefined,
  hindrance: Hindrance | undefined,
): string {
  if (!blocker) return `waits for ${id}, which was dropped or is not in the backlog`;
  return `waits for ${id} (${hindrance?.reason})`;
}
