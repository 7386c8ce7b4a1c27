import type { Backlog } from '../../backlog/backlog.js';
import { type Children, groupChildren, listParts } from '../../backlog/membership.js';
import { isOpen } from '../../backlog/workflow.js';
import type { ForecastOf } from '../../check/define-rule.js';
import type { Item } from '../../item/item.js';
import { chanceWithin } from '../../plan/forecast.js';
import { type Day, isDay } from '../../text/date.js';
import { orderOpenWork } from './forecast-order.js';
import {
  confidenceOf,
  dayToGoBy,
  doneBy,
  lookAhead,
  type Outlook,
  usualOutlook,
  usualTrials,
} from './forecast-outlook.js';

/** An item that has to be done by a day, and how likely that is. */
export interface DueOutlook {
  readonly id: string;
  readonly title: string;
  readonly due: Day;
  /** In [0, 1]; null out of too little history. */
  readonly chance: number | null;
  /** The day to go by: 85 % sure, or at the pace so far where there is too little history. */
  readonly date: Day | null;
  /** That day is after the due one. */
  readonly late: boolean;
}

/** Of the open items that have a `due`, the chance to meet it, by due date. */
export function forecastDue(
  backlog: Backlog,
  outlook: Outlook,
  isAsked: (item: Item) => boolean = () => true,
): readonly DueOutlook[] {
  const places = new Map(outlook.items.map((item, index) => [item, index]));
  const children = groupChildren(backlog);
  return backlog.work
    .filter((item) => isOpen(backlog.settings, item) && isAsked(item))
    .flatMap((item) => {
      const { id, title, due } = item;
      if (due === null || !isDay(due)) return [];
      const last = lastPlace(item, children, places);
      if (last === null) return [];
      const completion = outlook.completions[last];
      const date = dayToGoBy(outlook, completion);
      const periods = outlook.calendar.countBy(due);
      const chance = completion && outlook.enough ? chanceWithin(completion, periods) : null;
      const late = completion !== undefined && (date === null || date > due);
      return [{ id, title, due, chance, date, late }];
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
}

/** The place of the last of an item's parts; null when nothing of it is left. */
function lastPlace(
  item: Item,
  children: Children,
  places: ReadonlyMap<Item, number>,
): number | null {
  return listParts(item, children).reduce<number | null>((last, part) => {
    const place = places.get(part) ?? null;
    return place === null || (last !== null && last > place) ? last : place;
  }, null);
}

/**
 * Items whose `due` would be missed when a plan is followed and then the backlog's order.
 *
 * @param planned ids of what the plan takes into the next sprint
 */
export function listLateItems(
  backlog: Backlog,
  today: Day,
  planned: readonly string[],
): readonly DueOutlook[] {
  if (backlog.work.every(({ due }) => due === null)) return [];
  const { items } = orderOpenWork(backlog, new Set(planned));
  const outlook = lookAhead(backlog, usualOutlook(backlog, today), items);
  return forecastDue(backlog, outlook).filter(({ late }) => late);
}

/** When one item, with all before it, is likely done. */
interface ItemForecast {
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
