import type { Backlog } from '../../backlog/backlog.js';
import { hidePrivateName } from '../../ops/items/publish-backlog.js';
import { type ForecastReport, forecastBacklog } from '../../ops/sprints/forecast.js';
import { requireWork, selectScope } from '../../ops/sprints/forecast-order.js';
import { usualOutlook, usualSeed, usualTrials } from '../../ops/sprints/forecast-outlook.js';
import type { Style } from '../../terminal/style.js';
import { isDay } from '../../text/date.js';
import { writeChart } from '../shared/chart-file.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { clockOf, readBacklog, readNumber } from '../shared/read-backlog.js';
import { readGrowth } from './forecast-growth.js';
import {
  describeBacktest,
  describeForecast,
  describeShortage,
  tabulateForecast,
} from './forecast-text.js';

type ShownForecast = ForecastReport & { readonly showsBacktest?: boolean };

export async function run(context: Context, input: Input): Promise<Outcome<ShownForecast>> {
  const backlog = readBacklog(context);
  const { today } = clockOf(context, backlog);
  const updatedOf = await findLastChanges(context, input.args);
  const scope = unwrap(selectScope(backlog, input.args, { updatedOf }, readTop(input)));
  const report = forecastBacklog(backlog, unwrap(requireWork(scope)), {
    ...readWay(backlog, input, today),
    trials: readTrials(input),
    seed: readSeed(context, input),
    growth: readGrowth(input),
    alone: input.flag('alone'),
    by: readBy(input, today),
  });
  const notes = await writeChart(context, input, async () => {
    const { drawForecastChart } = await import('../../chart/forecast.js');
    const shown = input.flag('private') ? report.scope : hidePrivateName(backlog, report.scope);
    return drawForecastChart({ ...report, scope: shown });
  });
  const showsBacktest = input.flag('backtest') && input.json === null;
  return {
    data: showsBacktest ? { ...report, showsBacktest } : report,
    notes: [...notes, ...warnPipe(context, input, report)],
    problems: backlog.problems,
  };
}

export function render(report: ShownForecast, style: Style): string {
  if (report.showsBacktest) return describeBacktest(report, style);
  return style.isTerminal ? describeForecast(report, style) : tabulateForecast(report, style);
}

/** Numbers alone would not say how little is behind them. */
function warnPipe({ io }: Context, input: Input, report: ForecastReport): readonly string[] {
  if (report.enough || (io.isTerminal && input.json === null)) return [];
  return [`storymark: ${describeShortage(report).trim()}`];
}

/** Asks git only when the query does. */
async function findLastChanges(context: Context, words: readonly string[]) {
  if (!words.some((word) => word.includes('updated'))) return () => null;
  const { gitDates } = await import('../shared/git-dates.js');
  return gitDates(context);
}

function readTop(input: Input): number | undefined {
  const top = readNumber(input, 'top');
  if (top !== undefined && (top < 1 || !Number.isInteger(top))) {
    failUsage('--top: expected a whole number of 1 or more');
  }
  return top;
}

/** As the team works, unless another way is asked for. */
function readWay(backlog: Backlog, input: Input, today: string) {
  const usual = usualOutlook(backlog, today);
  const [unit, from] = [input.option('unit'), input.option('from')];
  return {
    ...usual,
    unit: unit === 'items' || unit === 'points' ? unit : usual.unit,
    period:
      from === 'weeks'
        ? ('week' as const)
        : from === 'sprints'
          ? ('sprint' as const)
          : usual.period,
  };
}

function readTrials(input: Input): number {
  const trials = readNumber(input, 'trials') ?? usualTrials;
  if (!Number.isInteger(trials) || trials < 100 || trials > 1_000_000) {
    failUsage('--trials: expected a whole number from 100 to 1000000');
  }
  return trials;
}

/** The same answer each time unless another is asked for. */
function readSeed(context: Context, input: Input): number | string {
  const text = input.option('seed') ?? context.env['STORYMARK_SEED'];
  if (text === undefined || text === '') return usualSeed;
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}

function readBy(input: Input, today: string): string | undefined {
  const by = input.option('by');
  if (by === undefined) return undefined;
  if (!isDay(by)) failUsage(`--by: expected a date such as 2027-03-31, not "${by}"`);
  if (by < today) failUsage(`--by: ${by} is in the past`);
  return by;
}
