import type { Backlog } from '../backlog/backlog.js';
import type { Item } from '../item/item.js';
import { chanceWithin } from '../plan/forecast.js';
import type { Day } from '../text/date.js';
import { type Children, groupChildren, lastPlace } from './forecast-due.js';
import { doneBy, lookAhead, type Outlook, usualOutlook } from './forecast-outlook.js';

/** When one item, with all before it, is likely done. */
export interface ItemForecast {
  /** As likely before as after; null out of no past, or beyond reach. */
  readonly likely: Day | null;
  /** With 85 % confidence: the day to tell people. */
  readonly sure: Day | null;
}

export interface Forecaster {
  /** Null for what is closed, or nobody has split or estimated. */
  (item: Item): ItemForecast | null;
  /** Whether the chance to be done by a day is smaller than so much. */
  missed(item: Item, day: Day, confidence: number): boolean;
  /** Past sprints it draws from. */
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
  trials: number = usualOutlook.trials,
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
    return { likely: days['50'].date, sure: days['85'].date };
  };
  const missed = (item: Item, day: Day, confidence: number) => {
    const { outlook, places, children } = prepare();
    const last = lastPlace(item, children, places);
    const completion = last === null ? undefined : outlook.completions[last];
    if (completion === undefined) return false;
    return chanceWithin(completion, outlook.calendar.countBy(day)) < confidence;
  };
  const samples = () => prepare().outlook.past.amounts.length;
  return Object.assign(forecast, { missed, samples });
}

interface Prepared {
  readonly outlook: Outlook;
  readonly places: ReadonlyMap<Item, number>;
  readonly children: Children;
}

function prepareOutlook(backlog: Backlog, today: Day, trials: number): Prepared {
  const outlook = lookAhead(backlog, { ...usualOutlook, today, trials });
  const places = new Map(outlook.items.map((item, index) => [item, index]));
  return { outlook, places, children: groupChildren(backlog) };
}
