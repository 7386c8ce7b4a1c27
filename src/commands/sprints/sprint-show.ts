import { type ScopeChange, type ShownSprint, showSprint } from '../../ops/sprints/show-sprint.js';
import { findSprint } from '../../ops/sprints/sprints.js';
import type { Style } from '../../terminal/style.js';
import { sayNumber, saySize } from '../../text/amount.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';
import { readBacklog } from '../shared/read-backlog.js';

export function run(context: Context, input: Input): Outcome<ShownSprint> {
  const backlog = readBacklog(context);
  const sprint = unwrap(findSprint(backlog, input.args[0], ['doing', 'todo']));
  return { data: showSprint(backlog, sprint), problems: backlog.problems };
}

export function render(sprint: ShownSprint, style: Style): string {
  const hasCarried = sprint.items.some(({ carried }) => carried);
  const table = style.table({
    columns: [
      { title: 'ID' },
      { title: 'STATUS' },
      { title: 'POINTS', align: 'right' },
      { title: 'TITLE', shrinks: true },
      ...(hasCarried ? [{ title: '' }] : []),
    ],
    rows: sprint.items.map(({ id, status, points, title, carried }) => [
      id,
      status ?? '',
      String(points ?? '?'),
      title,
      ...(hasCarried ? [carried ? 'carried over' : ''] : []),
    ]),
  });
  if (!style.isTerminal) return table;
  const { totals, start, end, capacity } = sprint;
  const days = start === null || end === null ? '' : `${style.day(start)} – ${style.day(end)}   `;
  const head = [
    `${style.bold(sprint.id)} ${sprint.title === sprint.id ? '' : sprint.title}`.trimEnd(),
    `${days}${sprint.status}`,
    sayTotals(totals) + (capacity === null ? '' : `, capacity ${capacity}`),
  ].join('\n');
  const scope = sprint.scope.map((change) => `  ${describeChange(change, style)}`);
  return [
    head,
    sprint.items.length === 0 ? 'It has no items.' : table,
    ...(scope.length === 0 ? [] : [['Since it started:', ...scope].join('\n')]),
  ].join('\n\n');
}

function sayTotals({ unit, committed, now, done, carried }: ShownSprint['totals']): string {
  if (committed === null) return `${saySize(now, unit)} planned`;
  const rest = carried === 0 ? '' : `, ${sayNumber(carried)} carried over`;
  return `${sayNumber(done)} of ${saySize(now, unit)} done, ${sayNumber(committed)} committed${rest}`;
}

function describeChange(change: ScopeChange, style: Style): string {
  const { day, direction, points, id, title, reason } = change;
  const size = `${direction === 'in' ? '+' : '−'}${points ?? '?'}`;
  return `${style.day(day)}  ${size.padStart(3)}  ${id}  ${title}  ${style.dim(reason)}`;
}
