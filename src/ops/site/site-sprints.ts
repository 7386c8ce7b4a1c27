import { type Backlog, getItem } from '../../backlog/backlog.js';
import type { SprintView } from '../../site/site-view.js';
import type { Day } from '../../text/date.js';
import { reportBurndown } from '../sprints/burndown.js';
import { listMembers, measureSprint } from '../sprints/sprint-totals.js';
import { listSprints, type Sprint } from '../sprints/sprints.js';

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
  const { id, start, end } = sprint;
  const state = states[sprint.category];
  const report = reportBurndown(whole, sprint, today);
  // The title as the public backlog has it.
  const title = getItem(backlog, id)?.title ?? id;
  return {
    state,
    start,
    end,
    totals: measureSprint(whole, sprint),
    items: listMembers(whole, sprint).flatMap(({ id: member, points, outcome, cameLater }) => {
      const item = getItem(backlog, member);
      return item ? [{ item, points, outcome, cameLater }] : [];
    }),
    days: report.ok
      ? { ...report.value, title, running: state === 'running' && today <= report.value.end }
      : null,
  };
}
