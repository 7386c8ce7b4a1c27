import type { Backlog } from '../backlog/backlog.js';
import { categoryOf } from '../backlog/workflow.js';
import type { Item } from '../item/item.js';
import { parseSprintEvent } from '../item/sprint-event.js';
import { wasInAfterStart } from '../plan/sprint-record.js';
import type { Day } from '../text/date.js';
import type { Sprint } from './sprints.js';

export interface ShownSprintItem {
  readonly id: string;
  readonly title: string;
  readonly status: string | null;
  readonly points: number | null;
  readonly done: boolean;
}

/** A change of what is in a sprint after it began. */
export interface ScopeChange {
  readonly day: Day;
  readonly id: string;
  readonly title: string;
  /** Above 0 for what came in, below for what went. */
  readonly points: number | null;
  readonly direction: 'in' | 'out';
  readonly reason: string;
}

export interface ShownSprint {
  readonly id: string;
  readonly title: string;
  readonly status: string | null;
  readonly start: Day | null;
  readonly end: Day | null;
  readonly capacity: number | null;
  readonly points: { readonly committed: number; readonly now: number; readonly done: number };
  readonly items: readonly ShownSprintItem[];
  readonly scope: readonly ScopeChange[];
}

/** A sprint with its items, by the backlog's order, and its scope log. */
export function showSprint(backlog: Backlog, sprint: Sprint): ShownSprint {
  const { record } = sprint;
  // A close froze the numbers: what is reopened or estimated anew later does not change them.
  const isClosed = sprint.category === 'done';
  const inside = backlog.work.filter((item) => item.sprint === sprint.id);
  const isDropped = (item: Item) => categoryOf(backlog.settings, item) === 'dropped';
  const items = inside.map(
    (item): ShownSprintItem => ({
      id: item.id,
      title: item.title,
      status: item.status,
      points: item.points,
      done: categoryOf(backlog.settings, item) === 'done',
    }),
  );
  const sum = (list: readonly { readonly points: number | null }[]) =>
    list.reduce((total, { points }) => total + (points ?? 0), 0);
  return {
    id: sprint.id,
    title: sprint.title,
    status: sprint.item.status,
    start: sprint.start,
    end: sprint.end,
    capacity: sprint.capacity,
    points: isClosed
      ? {
          committed: sum(record.committed),
          now: sum([...record.done, ...record.carried]),
          done: sum(record.done),
        }
      : {
          committed: sum(record.committed),
          now: sum(inside.filter((item) => !isDropped(item))),
          done: sum(items.filter(({ done }) => done)),
        },
    items,
    scope: sprint.category === 'todo' ? [] : listScope(backlog, sprint),
  };
}

function listScope(backlog: Backlog, { id, started, record }: Sprint): readonly ScopeChange[] {
  const committed = new Set(record.committed.map((item) => item.id));
  const kept = new Set([...record.done, ...record.carried].map((item) => item.id));
  const since = started ?? '';
  const changes = backlog.work
    .filter((item) => committed.has(item.id) || wasInAfterStart(item, { id, started: since }))
    .flatMap((item) => {
      const events = item.sprints
        .map(parseSprintEvent)
        .filter((event) => event !== null)
        .filter((event) => event.sprint === id && event.day >= since)
        // A committed item's entry on the day of the start is the commitment itself.
        .filter(({ sign, day }) => sign === '-' || day !== since || !committed.has(item.id));
      // What the close kept left with it, or later: carried over, or reopened.
      const isExit = kept.has(item.id) && events.at(-1)?.sign === '-';
      return (isExit ? events.slice(0, -1) : events).map(
        ({ day, sign, points, reason }): ScopeChange => ({
          day,
          id: item.id,
          title: item.title,
          points,
          direction: sign === '+' ? 'in' : 'out',
          reason,
        }),
      );
    });
  return changes.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
