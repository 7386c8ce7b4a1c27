import { type ScopeChange, type ShownSprint, showSprint } from '../ops/show-sprint.js';
import { findSprint } from '../ops/sprints.js';
import type { Style } from '../terminal/style.js';
import type { Context, Input, Outcome } from './command.js';
import { unwrap } from './failure.js';
import { readBacklog } from './read-backlog.js';

export function run(context: Context, input: Input): Outcome<ShownSprint> {
  const backlog = readBacklog(context);
  const sprint = unwrap(findSprint(backlog, input.args[0], ['doing', 'todo']));
  return { data: showSprint(backlog, sprint), problems: backlog.problems };
}

export function render(sprint: ShownSprint, style: Style): string {
  const table = style.table({
    columns: [
      { title: 'ID' },
      { title: 'STATUS' },
      { title: 'POINTS', align: 'right' },
      { title: 'TITLE', shrinks: true },
    ],
    rows: sprint.items.map(({ id, status, points, title }) => [
      id,
      status ?? '',
      String(points ?? '?'),
      title,
    ]),
  });
  if (!style.isTerminal) return table;
  const { points, start, end, capacity } = sprint;
  const days = start === null || end === null ? '' : `${style.day(start)} – ${style.day(end)}   `;
  const head = [
    `${style.bold(sprint.id)} ${sprint.title === sprint.id ? '' : sprint.title}`.trimEnd(),
    `${days}${sprint.status}`,
    `${points.done} of ${points.now} points done, ${points.committed} committed` +
      (capacity === null ? '' : `, capacity ${capacity}`),
  ].join('\n');
  const scope = sprint.scope.map((change) => `  ${describeChange(change, style)}`);
  return [
    head,
    sprint.items.length === 0 ? 'Nothing is in it.' : table,
    ...(scope.length === 0 ? [] : [['Since it began:', ...scope].join('\n')]),
  ].join('\n\n');
}

function describeChange(change: ScopeChange, style: Style): string {
  const { day, direction, points, id, title, reason } = change;
  const size = `${direction === 'in' ? '+' : '−'}${points ?? '?'}`;
  return `${style.day(day)}  ${size.padStart(3)}  ${id}  ${title}  ${style.dim(reason)}`;
}
