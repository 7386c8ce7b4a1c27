import { listSprints } from '../ops/sprints.js';
import { sumPoints } from '../plan/velocity.js';
import type { Style } from '../terminal/style.js';
import type { Context, Input, Outcome } from './command.js';
import { readBacklog } from './read-backlog.js';

interface ListedSprint {
  readonly id: string;
  readonly title: string;
  readonly status: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly capacity: number | null;
  readonly committed: number;
  readonly done: number;
}

export function run(context: Context, _input: Input): Outcome<readonly ListedSprint[]> {
  const backlog = readBacklog(context);
  const data = listSprints(backlog).map((sprint): ListedSprint => {
    const { id, title, item, start, end, capacity, record } = sprint;
    const committed = sumPoints(record.committed);
    return {
      id,
      title,
      status: item.status,
      start,
      end,
      capacity,
      committed,
      done: sumPoints(record.done),
    };
  });
  return { data, problems: backlog.problems };
}

export function render(data: readonly ListedSprint[], style: Style): string {
  return style.table({
    columns: [
      { title: 'ID' },
      { title: 'STATUS' },
      { title: 'START' },
      { title: 'END' },
      { title: 'COMMITTED', align: 'right' },
      { title: 'DONE', align: 'right' },
      { title: 'GOAL', shrinks: true },
    ],
    rows: data.map(({ id, status, start, end, committed, done, title }) => [
      id,
      status ?? '',
      start ?? '',
      end ?? '',
      String(committed),
      status === 'closed' ? String(done) : '',
      title,
    ]),
  });
}
