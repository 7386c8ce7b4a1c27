import type { Backlog } from '../../backlog/backlog.js';
import { measureSize } from '../../backlog/progress.js';
import { wayOf } from '../../backlog/way-of-working.js';
import { categoryOf } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import {
  type Completion,
  confidences,
  fewestSamples,
  forecastWork,
  periodAt,
  type Simulation,
} from '../../plan/forecast.js';
import { prepareHistory, urnResampling } from '../../plan/resample.js';
import { createSprintCalendar, type SprintCalendar } from '../../plan/sprint-id.js';
import type { Day } from '../../text/date.js';
import {
  type ForecastPeriod,
  type ForecastUnit,
  type PastDelivery,
  readPastDelivery,
} from './forecast-history.js';
import { orderOpenWork } from './forecast-order.js';
import { readRecord } from './sprint-totals.js';
import { listSprints } from './sprints.js';
import { presenceIn, sayCalendar, sprintCalendar } from './team-calendar.js';

export interface OutlookRequest {
  readonly today: Day;
  readonly trials: number;
  readonly seed: number | string;
  readonly unit: ForecastUnit;
  readonly period: ForecastPeriod;
  /** Least and most growth of the work, as a share of it. */
  readonly growth: readonly [least: number, most: number];
}

/** The request that every answer about dates starts from, in what the team counts. */
export function usualOutlook(backlog: Backlog, today: Day): OutlookRequest {
  const { unit, period } = wayOf(backlog);
  return { today, trials: usualTrials, seed: usualSeed, unit, period, growth: [0, 0] };
}

export const usualTrials = 10_000;
export const usualSeed = 1;

/** What the past says of open work, in the order it will be done. */
export interface Outlook {
  readonly past: PastDelivery;
  /** Past sprints, or weeks, drawn from. */
  readonly samples: number;
  /** Enough of them to tell people a date. */
  readonly enough: boolean;
  readonly items: readonly Item[];
  /** Of each item: when it and all before it are done. Empty when nothing was ever delivered. */
  readonly completions: readonly Completion[];
  readonly simulation: Simulation;
  readonly sprints: SprintCalendar;
  /** The team has sprints at all. */
  readonly hasSprints: boolean;
  /** The periods drawn: the sprints, or weeks from today on. */
  readonly calendar: SprintCalendar;
  /** What the dates take for granted, in words. */
  readonly assumed: string;
  /** Sizes that items without estimate are drawn from. */
  readonly sizes: readonly number[];
}

/** The confidences as JSON names them: "50", "70", "85", "95". */
export type Confidence = '50' | '70' | '85' | '95';

/** When something is done with some confidence; null where the past gives no answer. */
export interface DoneBy {
  /** From now, the running one included; null for a team without sprints. */
  readonly sprints: number | null;
  readonly date: Day | null;
}

/** @param only the items to do; without it, all open work in its order */
export function lookAhead(
  backlog: Backlog,
  request: OutlookRequest,
  only?: readonly Item[],
): Outlook {
  const { today, unit, period, trials, seed } = request;
  const items = only ?? orderOpenWork(backlog).items;
  const past = readPastDelivery(backlog, unit, period, today);
  const sprints = sprintCalendar(backlog, today);
  const calendar =
    period === 'sprint' ? sprints : createSprintCalendar({ today, known: [], lengthDays: 7 });
  const simulation: Simulation = {
    history: past.amounts,
    resampling: urnResampling,
    trials,
    seed: String(seed),
    already: period === 'sprint' ? countAlready(backlog, today, unit) : 0,
    presence: presenceIn(backlog, calendar),
  };
  const sizes = unit === 'items' ? [] : listSizes(backlog);
  const pieces = items.map((item) => (unit === 'items' ? 1 : item.points));
  const samples = prepareHistory(past.amounts, urnResampling).length;
  const canForecast = past.amounts.some((amount) => amount > 0);
  return {
    past,
    samples,
    enough: samples >= fewestSamples,
    items,
    completions: canForecast
      ? forecastWork({ ...simulation, pieces, sizes, growth: request.growth })
      : [],
    simulation,
    sprints,
    hasSprints: listSprints(backlog).length > 0,
    calendar,
    assumed: sayCalendar(backlog, calendar, period),
    sizes,
  };
}

/** What the running sprint has delivered: that much of its pace is used up. */
function countAlready(backlog: Backlog, today: Day, unit: ForecastUnit): number {
  const running = listSprints(backlog).find(
    ({ category, end }) => category === 'doing' && end !== null && end >= today,
  );
  if (!running) return 0;
  return measureSize(readRecord(backlog, running).done, unit);
}

function listSizes(backlog: Backlog): readonly number[] {
  return backlog.work
    .filter((item) => item.type !== 'epic' && item.points !== null)
    .filter((item) => categoryOf(backlog.settings, item) !== 'dropped')
    .map(({ points }) => points ?? 0);
}

/** The four confidences of one item of an outlook. */
export function doneBy(
  outlook: Outlook,
  completion: Completion | undefined,
): Readonly<Record<Confidence, DoneBy>> {
  const entries = confidences.map((confidence) => {
    const period = completion ? periodAt(completion, confidence) : null;
    return [
      String(Math.round(confidence * 100)),
      period === null ? noDate : dateOf(outlook, period),
    ];
  });
  return Object.fromEntries(entries);
}

/**
 * The day to go by: with 85 % confidence where there is enough of a past to say that, else at the
 * pace so far, as likely before as after. Whatever is called late is late by this day.
 */
export function dayToGoBy(outlook: Outlook, completion: Completion | undefined): Day | null {
  return doneBy(outlook, completion)[outlook.enough ? '85' : '50'].date;
}

/** The confidence that a day to go by has. */
export function confidenceOf({ enough }: Pick<Outlook, 'enough'>): number {
  return enough ? 0.85 : 0.5;
}

const noDate: DoneBy = { sprints: null, date: null };

function dateOf({ past, calendar, sprints, hasSprints }: Outlook, periods: number): DoneBy {
  const date = calendar.datesOf(periods).end;
  if (past.period === 'sprint') return { sprints: periods, date };
  if (!hasSprints) return { sprints: null, date };
  const ended = sprints.countBy(date);
  const isSprintEnd = ended > 0 && sprints.datesOf(ended).end === date;
  return { sprints: isSprintEnd ? ended : ended + 1, date };
}
