import { drawTextBar } from '../chart/text-bar.js';
import { listClosed } from '../ops/forecast-history.js';
import { measureVelocity, type Velocity } from '../plan/velocity.js';
import type { Style } from '../terminal/style.js';
import { writeChart } from './chart-file.js';
import type { Context, Input, Outcome } from './command.js';
import { failUsage } from './failure.js';
import { readBacklog, readNumber } from './read-backlog.js';

interface ShownVelocity extends Velocity {
  /** How many sprints were asked for. */
  readonly last: number;
}

const usualLast = 3;

export async function run(context: Context, input: Input): Promise<Outcome<ShownVelocity>> {
  const backlog = readBacklog(context);
  const last = readNumber(input, 'last') ?? usualLast;
  if (last < 1 || !Number.isInteger(last)) failUsage('--last: a whole number of 1 or more');
  const closed = listClosed(backlog).map(({ id, record }) => ({ id, record }));
  const velocity = measureVelocity(closed, last);
  const notes = await writeChart(context, input, async () => {
    const { drawVelocity } = await import('../chart/velocity.js');
    const { sprints, mean, spread } = velocity;
    return drawVelocity({
      sprints: sprints.slice(-drawnSprints),
      mean,
      last: spread?.sprints ?? last,
    });
  });
  return { data: { ...velocity, last }, notes, problems: backlog.problems };
}

/** Older ones are in the table and the JSON. */
const drawnSprints = 14;
const barCells = 24;

export function render({ sprints, mean, spread }: ShownVelocity, style: Style): string {
  if (sprints.length === 0) return style.isTerminal ? 'No sprint is closed yet.' : '';
  const most = Math.max(1, ...sprints.map(({ done }) => done));
  const right = 'right' as const;
  const table = style.table({
    columns: [
      { title: 'SPRINT' },
      { title: 'COMMITTED', align: right },
      { title: 'ADDED', align: right },
      { title: 'REMOVED', align: right },
      { title: 'DONE', align: right },
      { title: 'CARRIED', align: right },
      ...(style.isTerminal ? [{ title: '' }] : []),
    ],
    rows: sprints.map(({ sprint, committed, added, removed, done, carried }) => [
      sprint,
      ...[committed, added, removed, done, carried].map(String),
      ...(style.isTerminal ? [drawTextBar(done / most, barCells)] : []),
    ]),
  });
  if (!style.isTerminal || mean === null || spread === null) return table;
  const { least, median, most: top, deviation, kept } = spread;
  const over = spread.sprints === 1 ? 'the last sprint' : `the last ${spread.sprints} sprints`;
  return [
    table,
    '',
    `Mean of ${over}: ${style.bold(`${round(mean)} points`)}` +
      (deviation === null
        ? ''
        : `, from ${least} to ${top}, median ${median}, standard deviation ${round(deviation)}`),
    ...(kept === null ? [] : [`Done of what was committed: ${Math.round(kept * 100)} %`]),
  ].join('\n');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
