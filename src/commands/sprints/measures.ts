import type { Backlog } from '../../backlog/backlog.js';
import { categoryOf } from '../../backlog/workflow.js';
import { hidePrivate } from '../../ops/items/publish-backlog.js';
import {
  type DatesFromHistory,
  type MeasuresReport,
  measureBacklog,
} from '../../ops/sprints/measures.js';
import type { Style } from '../../terminal/style.js';
import { isDay } from '../../text/date.js';
import { writeChart } from '../shared/chart-file.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage } from '../shared/failure.js';
import type { OpenHistory } from '../shared/open-history.js';
import { clockOf, readBacklog } from '../shared/read-backlog.js';
import {
  describeMeasures,
  isMeasure,
  type Measure,
  measureNames,
  tabulateMeasure,
} from './measures-text.js';

type ShownMeasures = MeasuresReport & { readonly what?: Measure };

export async function run(context: Context, input: Input): Promise<Outcome<ShownMeasures>> {
  const what = readMeasure(input.args);
  const since = input.option('since') ?? null;
  if (since !== null && !isDay(since)) {
    failUsage(`--since: expected a date such as 2026-09-01, not "${since}"`);
  }
  const backlog = readBacklog(context);
  const history = (await import('../shared/open-history.js')).openHistory(context.store().root);
  const report = measureBacklog(backlog, {
    today: clockOf(context, backlog).today,
    since,
    historyOf: datesFrom(history, backlog),
  });
  const notes = await writeChart(context, input, async () => {
    if (what === 'flow') {
      return (await import('../../chart/cumulative-flow.js')).drawCumulativeFlow(report);
    }
    const times = input.flag('private') ? report.times : hidePrivate(backlog, report.times);
    return (await import('../../chart/cycle-time.js')).drawCycleTimes({ ...report, times });
  });
  return {
    data: what !== undefined && input.json === null ? { ...report, what } : report,
    notes: [...notes, ...history.report().notes],
    problems: [...backlog.problems, ...history.report().problems],
  };
}

export function render(report: ShownMeasures, style: Style): string {
  return style.isTerminal
    ? describeMeasures(report, report.what, style)
    : tabulateMeasure(report, report.what ?? 'cycle', style);
}

function readMeasure([name, ...more]: readonly string[]): Measure | undefined {
  if (name === undefined) return undefined;
  if (more.length === 0 && isMeasure(name)) return name;
  return failUsage(
    `expected one of ${measureNames.join(', ')}, not "${[name, ...more].join(' ')}"`,
  );
}

function datesFrom(history: OpenHistory, backlog: Backlog): DatesFromHistory {
  return (item) => {
    const entries = history.statusesOf(item);
    const firstIn = (...wanted: readonly string[]) =>
      entries.find(({ status }) =>
        wanted.includes(categoryOf(backlog.settings, { type: item.type, status })),
      )?.day ?? null;
    // The last time it was done: it may have been reopened.
    const done = entries.findLast(
      ({ status }) => categoryOf(backlog.settings, { type: item.type, status }) === 'done',
    );
    return {
      created: entries[0]?.day ?? null,
      started: firstIn('doing', 'done'),
      done: done?.day ?? null,
    };
  };
}
