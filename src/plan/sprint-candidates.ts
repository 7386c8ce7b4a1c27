import { type PlannableItem, sizeOf } from './sprint-request.js';

/** Why an item cannot be chosen at all. */
export interface Blocker {
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
 * What blocks items, by id: excluded, elsewhere, not ready, unestimated, or waiting for one of
 * those. Items in `must` and done ones have no blocker. Expects no cycle.
 */
export function findBlockers(request: CandidateRequest): ReadonlyMap<string, Blocker> {
  const must = new Set(request.must);
  const not = new Set(request.not);
  const byId = new Map(request.items.map((item) => [item.id, item]));
  const blockers = new Map<string, Blocker>();
  for (const item of request.items) {
    if (item.done || must.has(item.id)) continue;
    const own = findOwn(item, not);
    if (own !== null) blockers.set(item.id, own);
  }

  // What waits for a blocked item waits too, and so on along the line.
  const dependents = new Map<string, string[]>();
  for (const { id, depends } of request.items) {
    for (const other of depends) dependents.set(other, [...(dependents.get(other) ?? []), id]);
  }
  const unknown = [...dependents.keys()].filter((id) => !byId.has(id));
  const blocked = [...blockers.keys()].filter((id) => !byId.get(id)?.elsewhere?.isEarlier);
  const queue = [...unknown, ...blocked];
  for (let blocker = queue.shift(); blocker !== undefined; blocker = queue.shift()) {
    for (const id of dependents.get(blocker) ?? []) {
      const isDecided = blockers.has(id) || must.has(id) || byId.get(id)?.done;
      if (isDecided) continue;
      const reason = explainWaiting(blocker, byId.get(blocker), blockers.get(blocker));
      blockers.set(id, { kind: 'waiting', reason });
      queue.push(id);
    }
  }
  return blockers;
}

function findOwn(item: PlannableItem, not: ReadonlySet<string>): Blocker | null {
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
  cause: Blocker | undefined,
): string {
  if (!blocker) return `waits for ${id}, which was dropped or is not in the backlog`;
  return `waits for ${id} (${cause?.reason})`;
}
