import { drawTextBar } from '../../chart/text-bar.js';
import type { MeasuresReport } from '../../ops/sprints/measures.js';
import type { FlowDay } from '../../plan/cumulative-flow.js';
import type { TimeSpread } from '../../plan/cycle-time.js';
import type { Style } from '../../terminal/style.js';
import { count, saySize } from '../../text/amount.js';

export const measureNames = ['cycle', 'aging', 'throughput', 'flow'] as const;
export type Measure = (typeof measureNames)[number];

export function isMeasure(name: string): name is Measure {
  return (measureNames as readonly string[]).includes(name);
}

const shares = ['50', '70', '85', '95'] as const;
const right = 'right' as const;

/** One measure as rows for a pipe. */
export function tabulateMeasure(report: MeasuresReport, what: Measure, style: Style): string {
  return style.table({ columns: [], rows: rowsOf(report, what) });
}

function rowsOf(report: MeasuresReport, what: Measure): readonly (readonly string[])[] {
  switch (what) {
    case 'cycle':
      return shares.map((share) => [
        share,
        String(report.cycle.percentiles[share] ?? ''),
        String(report.lead.percentiles[share] ?? ''),
      ]);
    case 'aging':
      return report.aging.map(({ id, age, started, title }) => [
        id,
        String(age ?? ''),
        started ?? '',
        title,
      ]);
    case 'throughput':
      return report.throughput.map(({ week, items, points }) => [
        week,
        String(items),
        String(points),
      ]);
    case 'flow':
      return report.flow.map(({ day, todo, doing, done }) => [
        day,
        ...[todo, doing, done].map(String),
      ]);
    default:
      return what satisfies never;
  }
}

/** What a person asked to see; without a wish, all that fits a page. */
export function describeMeasures(
  report: MeasuresReport,
  what: Measure | undefined,
  style: Style,
): string {
  const parts: readonly Measure[] = what === undefined ? ['cycle', 'aging', 'throughput'] : [what];
  return [
    ...parts.map((part) => describePart(report, part, style)),
    ...describeGaps(report).map((line) => style.dim(line)),
  ].join('\n\n');
}

function describePart(report: MeasuresReport, part: Measure, style: Style): string {
  switch (part) {
    case 'cycle':
      return describeTimes(report, style);
    case 'aging':
      return describeAging(report, style);
    case 'throughput':
      return describeThroughput(report, style);
    case 'flow':
      return describeFlow(report.flow, style);
    default:
      return part satisfies never;
  }
}

function describeTimes({ cycle, lead }: MeasuresReport, style: Style): string {
  if (lead.count === 0) return 'No done item has a created or started date.';
  const row = (name: string, { count: items, percentiles }: TimeSpread, means: string) => [
    name,
    ...shares.map((share) => String(percentiles[share] ?? '')),
    String(items),
    means,
  ];
  return style.table({
    columns: [
      { title: 'DAYS' },
      ...shares.map((share) => ({ title: `${share} %`, align: right })),
      { title: 'ITEMS', align: right },
      { title: '' },
    ],
    rows: [
      row('Cycle time', cycle, 'from started to done, both days counted'),
      row('Lead time', lead, 'from created to done'),
    ],
  });
}

function describeAging({ aging, cycle }: MeasuresReport, style: Style): string {
  if (aging.length === 0) return 'Nothing is in progress.';
  const usual = cycle.percentiles['85'];
  const table = style.table({
    columns: [
      { title: 'IN WORK' },
      { title: 'DAYS', align: right },
      { title: 'STATUS' },
      { title: 'TITLE', shrinks: true },
      { title: '' },
    ],
    rows: aging.map(({ id, age, status, title, old }) => [
      id,
      String(age ?? '?'),
      status ?? '',
      title,
      old ? style.yellow('old') : '',
    ]),
  });
  const old = aging.filter((item) => item.old).length;
  if (old === 0 || usual === null) return table;
  return `${table}\n${old} older than ${count(usual, 'day')} (85 % of items were done within that time)`;
}

const barCells = 30;
/** Half a year. */
const shownWeeks = 26;

function describeThroughput({ throughput }: MeasuresReport, style: Style): string {
  if (throughput.length === 0) return 'Nothing was done in a whole week yet.';
  const most = Math.max(1, ...throughput.map(({ items }) => items));
  const table = style.table({
    columns: [
      { title: 'WEEK OF' },
      { title: 'ITEMS', align: right },
      { title: 'POINTS', align: right },
      { title: '' },
    ],
    rows: throughput
      .slice(-shownWeeks)
      .map(({ week, items, points }) => [
        week,
        String(items),
        String(points),
        drawTextBar(items / most, barCells),
      ]),
  });
  const mean = throughput.reduce((sum, { items }) => sum + items, 0) / throughput.length;
  const weeks = count(throughput.length, 'week');
  return `${table}\nMean of ${weeks}: ${saySize(mean, 'items')}`;
}

/** The flow at the end of each week, as bars of three shades. */
function describeFlow(flow: readonly FlowDay[], style: Style): string {
  if (flow.length === 0) return 'No item has any dates.';
  const weekly = flow.filter((_, index) => (flow.length - 1 - index) % 7 === 0).slice(-shownWeeks);
  const most = Math.max(1, ...weekly.map(({ todo, doing, done }) => todo + doing + done));
  const cells = Math.max(10, Math.min(60, style.columns - 34));
  const bar = ({ todo, doing, done }: FlowDay) => {
    const until = (count: number) => Math.round((count / most) * cells);
    const [a, b, c] = [until(done), until(done + doing), until(done + doing + todo)];
    return '█'.repeat(a) + '▒'.repeat(b - a) + '░'.repeat(c - b);
  };
  const table = style.table({
    columns: [
      { title: 'DAY' },
      { title: 'DONE', align: right },
      { title: 'DOING', align: right },
      { title: 'TO DO', align: right },
      { title: '' },
    ],
    rows: weekly.map((day) => [day.day, ...[day.done, day.doing, day.todo].map(String), bar(day)]),
  });
  return `${table}\n█ done   ▒ doing   ░ to do`;
}

function describeGaps({ fromGit, undated }: MeasuresReport): readonly string[] {
  const named = undated.slice(0, 8).join(', ') + (undated.length > 8 ? ', …' : '');
  return [
    ...(fromGit === 0 ? [] : [`${count(fromGit, 'date')} taken from git history`]),
    ...(undated.length === 0 ? [] : [`Without started or done dates: ${named}`]),
  ];
}
