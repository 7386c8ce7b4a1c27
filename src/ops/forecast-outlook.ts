import type { Backlog } from '../backlog/backlog.js';
import { categoryOf } from '../backlog/workflow.js';
import type { Item } from '../item/item.js';
import { createSprintCalendar, type SprintCalendar } from '../plan/calendar.js';
import {
  type Completion,
  confidences,
  forecastWork,
  periodAt,
  type Simulation,
} from '../plan/forecast.js';
import { urnResampling } from '../plan/resample.js';
import type { Day } from '../text/date.js';
import {
  type ForecastPeriod,
  type ForecastUnit,
  type PastDelivery,
  readPastDelivery,
} from './forecast-history.js';
import { orderOpenWork } from './forecast-order.js';
import { listSprints } from './sprints.js';
import { presenceIn, sprintCalendar } from './team-calendar.js';

export interface OutlookRequest {
  readonly today: Day;
  readonly trials: number;
  readonly seed: number | string;
  readonly unit: ForecastUnit;
  readonly period: ForecastPeriod;
  /** Least and most growth of the work, as a share of it. */
  readonly growth: readonly [least: number, most: number];
}

export const usualOutlook = {
  trials: 10_000,
  seed: 1,
  unit: 'points',
  period: 'sprint',
  growth: [0, 0],
} as const;

/** What the past says of open work, in the order it will be done. */
export interface Outlook {
  readonly past: PastDelivery;
  readonly items: readonly Item[];
  /** Of each item: when it and all before it are done. Empty when nothing was ever delivered. */
  readonly completions: readonly Completion[];
  readonly simulation: Simulation;
  readonly sprints: SprintCalendar;
  /** The periods drawn: the sprints, or weeks from today on. */
  readonly calendar: SprintCalendar;
  /** Sizes that items without estimate are drawn from. */
  readonly sizes: readonly number[];
}

/** The confidences as JSON names them: "50", "70", "85", "95". */
export type Confidence = '50' | '70' | '85' | '95';

/** When something is done with some confidence; null where the past gives no answer. */
export interface DoneBy {
  /** From now, the running one included. */
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
  const canForecast = past.amounts.some((amount) => amount > 0);
  return {
    past,
    items,
    completions: canForecast
      ? forecastWork({ ...simulation, pieces, sizes, growth: request.growth })
      : [],
    simulation,
    sprints,
    calendar,
    sizes,
  };
}

/** What the running sprint has delivered: that much of its pace is used up. */
function countAlready(backlog: Backlog, today: Day, unit: ForecastUnit): number {
  const running = listSprints(backlog).find(
    ({ category, end }) => category === 'doing' && end !== null && end >= today,
  );
  if (!running) return 0;
  return backlog.work
    .filter((item) => item.sprint === running.id)
    .filter((item) => categoryOf(backlog.settings, item) === 'done')
    .reduce((sum, { points }) => sum + (unit === 'items' ? 1 : (points ?? 0)), 0);
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

const noDate: DoneBy = { sprints: null, date: null };

function dateOf({ past, calendar, sprints }: Outlook, period: number): DoneBy {
  const date = calendar.datesOf(period).end;
  if (past.period === 'sprint') return { sprints: period, date };
  const ended = sprints.countBy(date);
  const isSprintEnd = ended > 0 && sprints.datesOf(ended).end === date;
  return { sprints: isSprintEnd ? ended : ended + 1, date };
}
