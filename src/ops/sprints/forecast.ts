import type { Backlog } from '../../backlog/backlog.js';
import type { Item } from '../../item/item.js';
import { type BacktestSummary, backtestHistory, summarizeBacktest } from '../../plan/backtest.js';
import { amountAt, chanceWithin, confidences, forecastAmount } from '../../plan/forecast.js';
import { roundToTenths } from '../../text/amount.js';
import type { Day } from '../../text/date.js';
import { type DueOutlook, forecastDue } from './forecast-due.js';
import type { ForecastPeriod, ForecastUnit } from './forecast-history.js';
import { type ForecastScope, orderOpenWork } from './forecast-order.js';
import {
  type Confidence,
  type DoneBy,
  doneBy,
  lookAhead,
  type Outlook,
  type OutlookRequest,
} from './forecast-outlook.js';

export interface ForecastRequest extends OutlookRequest {
  /** As if the team did this and nothing before it. */
  readonly alone: boolean;
  /** How much is done by the end of this day. */
  readonly by: Day | undefined;
}

export interface ForecastReport {
  readonly seed: number | string;
  readonly trials: number;
  /** Past sprints (or weeks) drawn from. */
  readonly samples: number;
  /** What is left of what was asked for; items without estimate at their mean size. */
  readonly remaining: number;
  readonly unit: ForecastUnit;
  readonly percentiles: Readonly<Record<Confidence, DoneBy>>;
  /** In words. */
  readonly scope: string;
  readonly items: number;
  /** Of other work that stands before its last item, and so is done first. */
  readonly ahead: number;
  readonly period: ForecastPeriod;
  /** The team has sprints to count in. */
  readonly hasSprints: boolean;
  /** What each sample delivered, oldest first. */
  readonly history: readonly number[];
  /** There are at least five samples. */
  readonly enough: boolean;
  readonly unestimated: { readonly items: number; readonly size: number; readonly from: number };
  readonly growth: readonly [least: number, most: number];
  /** Done in the running sprint already. */
  readonly already: number;
  /** Epics that nobody has split or estimated, and that are not counted. */
  readonly uncounted: readonly string[];
  readonly due: readonly DueOutlook[];
  readonly by: AmountBy | null;
  /** How many trials were done in each sprint (or week), by its last day. */
  readonly outcomes: readonly { readonly date: Day; readonly trials: number }[];
  readonly backtest: BacktestSummary;
  /** What the dates take for granted, in words. */
  readonly assumed: string;
}

export interface AmountBy {
  readonly date: Day;
  /** Whole sprints (or weeks) that end by then. */
  readonly periods: number;
  /** Of all that was asked for being done by then; null where the past gives no answer. */
  readonly chance: number | null;
  readonly percentiles: Readonly<
    Record<Confidence, { readonly amount: number; readonly items: number }>
  >;
}

/** When the work in `scope` is done, and how much is done by a day. */
export function forecastBacklog(
  backlog: Backlog,
  scope: ForecastScope,
  request: ForecastRequest,
): ForecastReport {
  const requested = new Set(scope.items);
  const outlook = lookAhead(backlog, request, request.alone ? scope.items : undefined);
  const last = outlook.items.findLastIndex((item) => requested.has(item));
  const before = outlook.items.slice(0, last + 1).filter((item) => !requested.has(item));
  const size = mean(outlook.sizes);
  const measure = (items: readonly Item[]) =>
    request.unit === 'items'
      ? items.length
      : roundToTenths(items.reduce((sum, { points }) => sum + (points ?? size), 0));
  const completion = outlook.completions[last];
  const { samples } = outlook;
  return {
    seed: request.seed,
    trials: request.trials,
    samples,
    remaining: measure(scope.items),
    unit: request.unit,
    percentiles: doneBy(outlook, completion),
    scope: scope.title,
    items: scope.items.length,
    ahead: measure(before),
    period: request.period,
    hasSprints: outlook.hasSprints,
    history: outlook.past.amounts.slice(-samples),
    enough: outlook.enough,
    unestimated: countUnestimated([...scope.items, ...before], outlook, request.unit),
    growth: request.growth,
    already: outlook.simulation.already ?? 0,
    assumed: outlook.assumed,
    uncounted: orderOpenWork(backlog).unknown.map(({ id }) => id),
    due: forecastDue(
      backlog,
      outlook,
      (item) => requested.has(item) || hasPart(backlog, item, requested),
    ),
    by: request.by === undefined ? null : amountBy(outlook, request.by, last, measure),
    outcomes: (completion?.counts ?? []).map((trials, index) => ({
      date: outlook.calendar.datesOf(index + 1).end,
      trials,
    })),
    backtest: summarizeBacktest(
      // Enough trials for a share of cases; the seed is the forecast's.
      backtestHistory({
        // Not what is done or off in sprints to come: the past was as it was.
        history: outlook.past.amounts,
        resampling: outlook.simulation.resampling,
        seed: outlook.simulation.seed,
        trials: 1000,
      }),
    ),
  };
}

function countUnestimated(items: readonly Item[], { sizes }: Outlook, unit: ForecastUnit) {
  const missing = unit === 'items' ? 0 : items.filter(({ points }) => points === null).length;
  return { items: missing, size: roundToTenths(mean(sizes)), from: sizes.length };
}

function hasPart(backlog: Backlog, item: Item, requested: ReadonlySet<Item>): boolean {
  return (
    item.due !== null &&
    backlog.work.some(
      (part) => part.parent?.toUpperCase() === item.id.toUpperCase() && requested.has(part),
    )
  );
}

function amountBy(
  outlook: Outlook,
  date: Day,
  last: number,
  measure: (items: readonly Item[]) => number,
): AmountBy {
  const periods = outlook.calendar.countBy(date);
  const completion = outlook.completions[last];
  const totals =
    outlook.completions.length === 0
      ? new Float64Array()
      : forecastAmount(outlook.simulation, periods);
  const needed = runningTotals(outlook.items.map((item) => measure([item])));
  const entries = confidences.map((confidence) => {
    const amount = amountAt(totals, confidence);
    const items = needed.filter((total) => total <= amount + 1e-9).length;
    return [String(Math.round(confidence * 100)), { amount, items }];
  });
  return {
    date,
    periods,
    chance: completion ? chanceWithin(completion, periods) : null,
    percentiles: Object.fromEntries(entries),
  };
}

function runningTotals(values: readonly number[]): readonly number[] {
  let total = 0;
  return values.map((value) => {
    total += value;
    return total;
  });
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}
