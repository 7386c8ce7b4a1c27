import type { Backlog } from '../../backlog/backlog.js';
import { type Children, groupChildren } from '../../backlog/membership.js';
import type { ForecastOf } from '../../check/define-rule.js';
import type { Item } from '../../item/item.js';
import { chanceWithin } from '../../plan/forecast.js';
import type { Day } from '../../text/date.js';
import { lastPlace } from './forecast-due.js';
import {
  confidenceOf,
  dayToGoBy,
  doneBy,
  lookAhead,
  type Outlook,
  usualOutlook,
  usualTrials,
} from './forecast-outlook.js';

/** When one item, with all before it, is likely done. */
export interface ItemForecast {
  /** As likely before as after; null out of no past, or beyond reach. */
  readonly likely: Day | null;
  /** The day to go by: 85 % sure, or at the pace so far where there is too little history. */
  readonly sure: Day | null;
}

export interface Forecaster {
  /** Null for what is closed, or nobody has split or estimated. */
  (item: Item): ItemForecast | null;
  /** Whether a day somebody was told is not kept, by the day to go by. */
  missed(item: Item, day: Day): boolean;
  /** There is enough of a past to tell people a date. */
  enough(): boolean;
  /** Past sprints, or weeks, it draws from. */
  samples(): number;
}

/**
 * Forecasts single items; the future is imagined once, when first asked for.
 *
 * @param trials fewer are quicker: 2,000 tell a share to a percent or two
 */
export function createForecaster(
  backlog: Backlog,
  today: Day,
  trials: number = usualTrials,
): Forecaster {
  let prepared: Prepared | undefined;
  const prepare = () => {
    prepared ??= prepareOutlook(backlog, today, trials);
    return prepared;
  };
  const forecast = (item: Item) => {
    const { outlook, places, children } = prepare();
    const last = lastPlace(item, children, places);
    if (last === null) return null;
    const days = doneBy(outlook, outlook.completions[last]);
    return { likely: days['50'].date, sure: dayToGoBy(outlook, outlook.completions[last]) };
  };
  const missed = (item: Item, day: Day) => {
    const { outlook, places, children } = prepare();
    const last = lastPlace(item, children, places);
    const completion = last === null ? undefined : outlook.completions[last];
    if (completion === undefined) return false;
    const chance = chanceWithin(completion, outlook.calendar.countBy(day));
    return chance < confidenceOf(outlook) - leeway;
  };
  const enough = () => prepare().outlook.enough;
  const samples = () => prepare().outlook.samples;
  return Object.assign(forecast, { missed, enough, samples });
}

/** What chance may do in few trials: what was told yesterday is not late today. */
const leeway = 0.02;

/** A forecast of so many trials costs a check little, and is right to a percent. */
const fewTrials = 2_000;

/** What is late, for check, today and reports alike; nothing is imagined until it is asked. */
export function watchDates(backlog: Backlog, today: Day): ForecastOf {
  const forecast = createForecaster(backlog, today, fewTrials);
  return (item, told) =>
    forecast.missed(item, told)
      ? { sure: forecast(item)?.sure ?? null, enough: forecast.enough() }
      : null;
}

interface Prepared {
  readonly outlook: Outlook;
  readonly places: ReadonlyMap<Item, number>;
  readonly children: Children;
}

function prepareOutlook(backlog: Backlog, today: Day, trials: number): Prepared {
  const outlook = lookAhead(backlog, { ...usualOutlook(backlog, today), trials });
  const places = new Map(outlook.items.map((item, index) => [item, index]));
  return { outlook, places, children: groupChildren(backlog) };
}
