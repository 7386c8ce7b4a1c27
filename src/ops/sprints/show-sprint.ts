import type { Backlog } from '../../backlog/backlog.js';
import type { SprintTotals } from '../../backlog/progress.js';
import { parseSprintEvent } from '../../item/sprint-event.js';
import { wasInAfterStart } from '../../plan/sprint-record.js';
import type { Day } from '../../text/date.js';
import { compareText } from '../../text/words.js';
import { listMembers, measureSprint } from './sprint-totals.js';
import type { Sprint } from './sprints.js';

export interface ShownSprintItem {
  readonly id: string;
  readonly title: string;
  readonly status: string | null;
  readonly points: number | null;
  readonly done: boolean;
  /** Of a closed sprint: not done, so that it went on. */
  readonly carried: boolean;
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
  /** In points, whatever the team counts. */
  readonly points: {
    readonly committed: number;
    readonly now: number;
    readonly done: number;
    readonly carried: number;
  };
  /** In what the team counts. */
  readonly totals: SprintTotals;
  readonly items: readonly ShownSprintItem[];
  readonly scope: readonly ScopeChange[];
}

/** A sprint with its items and its scope log; of a closed one what its close froze. */
export function showSprint(backlog: Backlog, sprint: Sprint): ShownSprint {
  const items = listMembers(backlog, sprint)
    .filter(({ outcome }) => outcome !== 'removed')
    .map(
      ({ id, item, points, outcome }): ShownSprintItem => ({
        id,
        title: item?.title ?? '',
        status: item?.status ?? null,
        points: sprint.category === 'done' ? points : (item?.points ?? null),
        done: outcome === 'done',
        carried: outcome === 'carried',
      }),
    );
  const inPoints = measureSprint(backlog, sprint, 'points');
  return {
    id: sprint.id,
    title: sprint.title,
    status: sprint.item.status,
    start: sprint.start,
    end: sprint.end,
    capacity: sprint.capacity,
    points: {
      committed: inPoints.committed ?? 0,
      now: inPoints.now,
      done: inPoints.done,
      carried: inPoints.carried,
    },
    totals: measureSprint(backlog, sprint),
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
  return changes.sort((a, b) => compareText(a.day, b.day));
}
