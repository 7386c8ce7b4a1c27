import { type Backlog, getItem } from '../../backlog/backlog.js';
import { measureSize, type SprintTotals } from '../../backlog/progress.js';
import { wayOf } from '../../backlog/way-of-working.js';
import type { Item } from '../../item/item.js';
import { closeSprint, listCommitment } from '../../plan/sprint-record.js';
import type { CountedItem, SprintRecord } from '../../plan/velocity.js';
import { type Sprint, sprintItems } from './sprints.js';

/**
 * What a sprint holds: of a closed one what its close froze, of a running one what a close would
 * freeze now, of a planned one what is in it. Every number of a sprint is taken from here.
 */
export function readRecord(backlog: Backlog, sprint: Sprint): SprintRecord {
  const { id, record, category, started, start } = sprint;
  if (category === 'done' || category === 'dropped') return record;
  const items = sprintItems(backlog);
  if (category === 'todo') {
    const planned = listCommitment(id, items);
    return { committed: [], added: [], removed: [], done: [], carried: planned };
  }
  const { committed } = record;
  return closeSprint({ sprint: { id, started: started ?? start ?? '', committed }, items });
}

export function measureSprint(
  backlog: Backlog,
  sprint: Sprint,
  unit: SprintTotals['unit'] = wayOf(backlog).unit,
): SprintTotals {
  const record = readRecord(backlog, sprint);
  const size = (key: keyof SprintRecord) => measureSize(record[key], unit);
  return {
    unit,
    committed: sprint.category === 'todo' ? null : size('committed'),
    added: size('added'),
    removed: size('removed'),
    now: size('done') + size('carried'),
    done: size('done'),
    carried: sprint.category === 'done' ? size('carried') : 0,
  };
}

/** An item of a sprint, and what became of it there. */
export interface SprintMember extends CountedItem {
  /** Null when the files no longer have it. */
  readonly item: Item | null;
  readonly outcome: 'open' | 'done' | 'carried' | 'removed';
  readonly cameLater: boolean;
}

/** What is in a sprint by the backlog's order; of a closed one all that was, done things first. */
export function listMembers(backlog: Backlog, sprint: Sprint): readonly SprintMember[] {
  const record = readRecord(backlog, sprint);
  const added = new Set(record.added.map(({ id }) => id));
  const list = (items: readonly CountedItem[], outcome: SprintMember['outcome']) =>
    items.map((one): SprintMember => {
      const item = getItem(backlog, one.id) ?? null;
      return { ...one, item, outcome, cameLater: added.has(one.id) };
    });
  if (sprint.category === 'done') {
    return [
      ...list(record.done, 'done'),
      ...list(record.carried, 'carried'),
      ...list(record.removed, 'removed'),
    ];
  }
  const members = [...list(record.done, 'done'), ...list(record.carried, 'open')];
  const places = new Map(backlog.work.map((item, index) => [item.id, index]));
  return members.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}
