import { plotSprint } from '../../chart/burndown-text.js';
import { loadWords } from '../../language/load-words.js';
import { createRedactor, isPrivate } from '../../ops/items/publish-backlog.js';
import {
  type BurndownReport,
  findBurndownSprint,
  reportBurndown,
  sayEvenPace,
} from '../../ops/sprints/burndown.js';
import type { Style } from '../../terminal/style.js';
import { roundToTenths, sayNumber, saySize } from '../../text/amount.js';
import { writeChart } from '../shared/chart-file.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';
import { clockOf, readBacklog } from '../shared/read-backlog.js';

type ShownBurndown = BurndownReport & { readonly burnup?: boolean };

export async function run(context: Context, input: Input): Promise<Outcome<ShownBurndown>> {
  const backlog = readBacklog(context);
  const { today } = clockOf(context, backlog);
  const sprint = unwrap(findBurndownSprint(backlog, input.args[0]));
  const report = unwrap(reportBurndown(backlog, sprint, today));
  const burnup = input.flag('burnup');
  const notes = await writeChart(context, input, async () => {
    const words = await loadWords(backlog.settings.language);
    const { drawBurndown, drawBurnup } = await import('../../chart/burndown.js');
    // A picture is shown around.
    const hides = !input.flag('private');
    const name = hides && isPrivate(sprint.item) ? sprint.id : report.title;
    const title = hides ? createRedactor(backlog)(name) : name;
    return (burnup ? drawBurnup : drawBurndown)(
      { ...report, title, running: isRunning(report) },
      words,
    );
  });
  return {
    data: burnup && input.json === null ? { ...report, burnup } : report,
    notes,
    problems: backlog.problems,
  };
}

export function render(report: ShownBurndown, style: Style): string {
  const { days, committed } = report;
  if (!style.isTerminal) {
    return style.table({
      columns: [],
      rows: days.map(({ day, scope, done, left, ideal }) => [
        day,
        ...[scope, done, left].map((value) => String(value ?? '')),
        String(roundToTenths(ideal)),
      ]),
    });
  }
  const what = report.burnup ? 'done' : 'left';
  return [
    `${style.bold(report.id)} ${report.title === report.id ? '' : report.title}`.trimEnd(),
    `${style.day(report.start)} – ${style.day(report.end)}`,
    describeNow(report),
    '',
    plotSprint({ ...report, committed, running: isRunning(report) }, what, style.columns),
    ...describeGaps(report).map((line) => style.dim(line)),
  ].join('\n');
}

function isRunning({ end, today, days }: BurndownReport): boolean {
  return today <= end && days.some(({ left }) => left === null);
}

function describeNow({ days, committed, burnup, unit }: ShownBurndown): string {
  const now = days.findLast(({ left }) => left !== null);
  if (!now || now.left === null || now.scope === null) {
    return `${saySize(committed, unit)} committed`;
  }
  const change = now.scope - committed;
  const grown =
    change === 0
      ? ''
      : `, ${sayNumber(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than committed`;
  const much = burnup ? now.scope - now.left : now.left;
  const what = burnup ? 'done' : 'left';
  return `${sayNumber(much)} of ${saySize(now.scope, unit)} ${what}${grown}; ${sayEvenPace(now)}`;
}

function describeGaps({ undated, unestimated }: BurndownReport): readonly string[] {
  return [
    ...(undated.length === 0 ? [] : [`Done, but without a done date: ${undated.join(', ')}`]),
    ...(unestimated.length === 0
      ? []
      : [`Not estimated, so not in the chart: ${unestimated.join(', ')}`]),
  ];
}
