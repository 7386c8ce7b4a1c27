import { type Day, daysBetween, isDay } from '../text/date.js';
import { compareText } from '../text/words.js';

/** When an item was written down, begun and finished; null where nobody knows. */
export interface ItemDates {
  readonly id: string;
  readonly title: string;
  readonly created: Day | null;
  readonly started: Day | null;
  readonly done: Day | null;
}

/** How long one item took. */
export interface ItemTime {
  readonly id: string;
  readonly title: string;
  readonly done: Day;
  /** Calendar days. */
  readonly days: number;
}

export interface TimeSpread {
  readonly count: number;
  /** Days within which this share of the items was done; null without an item. */
  readonly percentiles: Readonly<Record<'50' | '70' | '85' | '95', number | null>>;
}

/** From begun to done, oldest first: both days count, so that one day's work takes 1 (Vacanti 2015). */
export function cycleTimes(items: readonly ItemDates[]): readonly ItemTime[] {
  return timeItems(items, ({ started }) => started);
}

/** From written down to done. */
export function leadTimes(items: readonly ItemDates[]): readonly ItemTime[] {
  return timeItems(items, ({ created }) => created);
}

function timeItems(
  items: readonly ItemDates[],
  startOf: (item: ItemDates) => Day | null,
): readonly ItemTime[] {
  return items
    .flatMap((item) => {
      const { id, title, done } = item;
      const start = startOf(item);
      if (start === null || done === null || !isDay(start) || !isDay(done)) return [];
      // Done before it was begun is a slip of the pen, which `check` names.
      return start > done ? [] : [{ id, title, done, days: countDays(start, done) }];
    })
    .toSorted((a, b) => compareText(a.done, b.done));
}

/** The percentiles by nearest rank: days that items really took. */
export function spreadTimes(times: readonly { readonly days: number }[]): TimeSpread {
  const sorted = times.map(({ days }) => days).toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length - 1e-9) - 1] ?? null;
  return {
    count: sorted.length,
    percentiles: { '50': at(0.5), '70': at(0.7), '85': at(0.85), '95': at(0.95) },
  };
}

/** Days from one to the other, both counted. */
export function countDays(from: Day, to: Day): number {
  return daysBetween(from, to) + 1;
}
