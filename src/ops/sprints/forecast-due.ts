import type { Backlog } from '../../backlog/backlog.js';
import { type Children, groupChildren, listParts } from '../../backlog/membership.js';
import { isOpen } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import { chanceWithin } from '../../plan/forecast.js';
import { type Day, isDay } from '../../text/date.js';
import { orderOpenWork } from './forecast-order.js';
import { dayToGoBy, lookAhead, type Outlook, usualOutlook } from './forecast-outlook.js';

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
export function lastPlace(
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
