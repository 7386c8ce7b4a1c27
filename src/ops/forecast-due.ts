import type { Backlog } from '../backlog/backlog.js';
import { childrenOf } from '../backlog/graph.js';
import { isOpen } from '../backlog/workflow.js';
import type { Item } from '../item/item.js';
import { chanceWithin } from '../plan/forecast.js';
import { type Day, isDay } from '../text/date.js';
import { doneBy, type Outlook } from './forecast-outlook.js';

/** An item that has to be done by a day, and how likely that is. */
export interface DueOutlook {
  readonly id: string;
  readonly title: string;
  readonly due: Day;
  /** In [0, 1]; null where the past gives no answer. */
  readonly chance: number | null;
  /** The day it is done with 85 % confidence. */
  readonly date: Day | null;
  /** The 85 % date is after the due one. */
  readonly late: boolean;
}

/** Of the open items that have a `due`, the chance to meet it, by due date. */
export function forecastDue(
  backlog: Backlog,
  outlook: Outlook,
  isAsked: (item: Item) => boolean = () => true,
): readonly DueOutlook[] {
  const places = new Map(outlook.items.map((item, index) => [item, index]));
  return backlog.work
    .filter((item) => isOpen(backlog.settings, item) && isAsked(item))
    .flatMap((item) => {
      const { id, title, due } = item;
      const last = lastPlace(backlog, item, places);
      if (due === null || !isDay(due) || last === null) return [];
      const completion = outlook.completions[last];
      const date = doneBy(outlook, completion)['85'].date;
      const periods = outlook.calendar.countBy(due);
      const chance = completion ? chanceWithin(completion, periods) : null;
      const late = completion !== undefined && (date === null || date > due);
      return [{ id, title, due, chance, date, late }];
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
}

/** The place of an item, or of the last of its parts; null when nothing of it is left. */
export function lastPlace(
  backlog: Backlog,
  item: Item,
  places: ReadonlyMap<Item, number>,
): number | null {
  const parts = [item];
  // A list is walked while it grows; parents that run in a circle are each taken once.
  for (const part of parts) {
    parts.push(...childrenOf(backlog, part).filter((child) => !parts.includes(child)));
  }
  const found = parts.map((part) => places.get(part)).filter((place) => place !== undefined);
  return found.length === 0 ? null : Math.max(...found);
}
