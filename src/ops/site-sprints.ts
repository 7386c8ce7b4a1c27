import { type Backlog, getItem } from '../backlog/backlog.js';
import { categoryOf } from '../backlog/workflow.js';
import { sameId } from '../item/id.js';
import { sumPoints } from '../plan/velocity.js';
import type { SprintItemView, SprintView } from '../site/site-view.js';
import type { Day } from '../text/date.js';
import { reportBurndown } from './burndown.js';
import { listSprints, type Sprint } from './sprints.js';

const states = { todo: 'planned', doing: 'running', done: 'closed', dropped: 'closed' } as const;

/** The public sprints, newest first; their sums count what is private too. */
export function viewSprints(whole: Backlog, backlog: Backlog, today: Day): readonly SprintView[] {
  return listSprints(whole)
    .toReversed()
    .flatMap((sprint) => {
      const item = getItem(backlog, sprint.id);
      return item ? [{ ...viewSprint(whole, backlog, sprint, today), item }] : [];
    });
}

function viewSprint(
  whole: Backlog,
  backlog: Backlog,
  sprint: Sprint,
  today: Day,
): Omit<SprintView, 'item'> {
  const { id, record, start, end } = sprint;
  const state = states[sprint.category];
  const own = whole.work.filter((item) => item.sprint !== null && sameId(item.sprint, id));
  const done = own.filter((item) => categoryOf(whole.settings, item) === 'done');
  const report = reportBurndown(whole, sprint, today);
  // The title as the public backlog has it.
  const title = getItem(backlog, id)?.title ?? id;
  return {
    state,
    start,
    end,
    committed: sumPoints(state === 'planned' ? own : record.committed),
    done: sumPoints(state === 'closed' ? record.done : done),
    carried: sumPoints(record.carried),
    items: state === 'closed' ? listRecorded(backlog, sprint) : listPresent(backlog, sprint),
    days: report.ok
      ? { ...report.value, title, running: state === 'running' && today <= report.value.end }
      : null,
  };
}

/** What the close froze: done first, then what went on, then what was taken out. */
function listRecorded(backlog: Backlog, { record }: Sprint): readonly SprintItemView[] {
  const added = new Set(record.added.map(({ id }) => id));
  const rows = [
    ...record.done.map((one) => ({ ...one, isDone: true, note: '' })),
    ...record.carried.map((one) => ({ ...one, isDone: false, note: 'carried on' })),
    ...record.removed.map((one) => ({ ...one, isDone: false, note: 'taken out' })),
  ];
  return rows.flatMap(({ id, points, isDone, note }) => {
    const item = getItem(backlog, id);
    const later = added.has(id) ? 'came in later' : '';
    return item ? [{ item, points, isDone, note: [later, note].filter(Boolean).join(', ') }] : [];
  });
}

function listPresent(backlog: Backlog, { id, record }: Sprint): readonly SprintItemView[] {
  const committed = new Set(record.committed.map((one) => one.id));
  return backlog.work
    .filter((item) => item.sprint !== null && sameId(item.sprint, id))
    .map((item) => ({
      item,
      points: item.points,
      isDone: categoryOf(backlog.settings, item) === 'done',
      note: committed.size > 0 && !committed.has(item.id) ? 'came in later' : '',
    }));
}
