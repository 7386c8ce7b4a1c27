import { measureSprint } from '../../ops/sprints/sprint-totals.js';
import { listSprints } from '../../ops/sprints/sprints.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { readBacklog } from '../shared/read-backlog.js';

interface ListedSprint {
  readonly id: string;
  readonly title: string;
  readonly status: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly capacity: number | null;
  /** What the team counts, and so what these are in. */
  readonly unit: string;
  /** In it now; of a closed sprint, at its close. */
  readonly now: number;
  /** 0 until it starts. */
  readonly committed: number;
  readonly done: number;
}

export function run(context: Context, _input: Input): Outcome<readonly ListedSprint[]> {
  const backlog = readBacklog(context);
  const data = listSprints(backlog).map((sprint): ListedSprint => {
    const { id, title, item, start, end, capacity } = sprint;
    const { unit, committed, now, done } = measureSprint(backlog, sprint);
    return {
      id,
      title,
      status: item.status,
      start,
      end,
      capacity,
      unit,
      now,
      committed: committed ?? 0,
      done,
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
      { title: 'IN IT', align: 'right' },
      { title: 'COMMITTED', align: 'right' },
      { title: 'DONE', align: 'right' },
      { title: 'GOAL', shrinks: true },
    ],
    rows: data.map(({ id, status, start, end, now, committed, done, title }) => [
      id,
      status ?? '',
      start ?? '',
      end ?? '',
      String(now),
      status === 'planned' ? '' : String(committed),
      status === 'planned' ? '' : String(done),
      title,
    ]),
  });
}
