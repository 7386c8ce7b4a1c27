import { drawTextBar } from '../../chart/text-bar.js';
import { loadWords } from '../../language/load-words.js';
import { measurePace, sayTeamPace, type TeamPace } from '../../ops/sprints/pace.js';
import type { Style } from '../../terminal/style.js';
import { count, sayNumber, saySize } from '../../text/amount.js';
import { writeChart } from '../shared/chart-file.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage } from '../shared/failure.js';
import { clockOf, readBacklog, readNumber } from '../shared/read-backlog.js';

interface ShownVelocity extends TeamPace {
  /** How many sprints, or weeks, the mean is over. */
  readonly last: number;
}

export async function run(context: Context, input: Input): Promise<Outcome<ShownVelocity>> {
  const backlog = readBacklog(context);
  const last = readNumber(input, 'last');
  if (last !== undefined && (last < 1 || !Number.isInteger(last))) {
    failUsage('--last: expected a whole number of 1 or more');
  }
  const velocity = measurePace(backlog, clockOf(context, backlog).today, last);
  const notes = await writeChart(context, input, async () => {
    const { drawVelocity } = await import('../../chart/velocity.js');
    const { sprints, mean, spread, unit } = velocity;
    const shown = sprints.slice(-drawnSprints);
    return drawVelocity(
      { sprints: shown, mean, last: spread?.sprints ?? 0, unit },
      await loadWords(backlog.settings.language),
    );
  });
  return {
    data: { ...velocity, last: last ?? velocity.spread?.sprints ?? 0 },
    notes,
    problems: backlog.problems,
  };
}

/** Older ones are in the table and the JSON. */
const drawnSprints = 14;
const barCells = 24;

export function render(velocity: ShownVelocity, style: Style): string {
  const { sprints, mean, spread, unit, period } = velocity;
  if (period === 'week') return renderWeeks(velocity, style);
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
  const over =
    spread.sprints === 1 ? 'the last sprint' : `the last ${count(spread.sprints, 'sprint')}`;
  return [
    table,
    '',
    `Mean of ${over}: ${style.bold(saySize(mean, unit))}` +
      (deviation === null
        ? ''
        : `, from ${sayNumber(least)} to ${sayNumber(top)}, median ${sayNumber(median)}, standard deviation ${sayNumber(deviation)}`),
    ...(kept === null ? [] : [`Done of what was committed: ${Math.round(kept * 100)} %`]),
  ].join('\n');
}

/** A team without sprints: what each whole week finished. */
function renderWeeks(velocity: ShownVelocity, style: Style): string {
  const { weeks, unit } = velocity;
  if (weeks.length === 0) {
    return style.isTerminal ? 'Nothing was finished in a whole week yet.' : '';
  }
  const most = Math.max(1, ...weeks.map((week) => week[unit]));
  const table = style.table({
    columns: [
      { title: 'WEEK OF' },
      { title: 'DONE', align: 'right' },
      ...(style.isTerminal ? [{ title: '' }] : []),
    ],
    rows: weeks.map((week) => [
      week.week,
      String(week[unit]),
      ...(style.isTerminal ? [drawTextBar(week[unit] / most, barCells)] : []),
    ]),
  });
  return style.isTerminal ? [table, '', `${sayTeamPace(velocity)}.`].join('\n') : table;
}
