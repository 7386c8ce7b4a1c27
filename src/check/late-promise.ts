import type { Backlog } from '../backlog/backlog.js';
import { findPromise } from '../backlog/feedback.js';
import type { Item } from '../item/item.js';
import { type Day, isDay } from '../text/date.js';
import type { ForecastOf } from './define-rule.js';

/** A day somebody was told that passed, or that the forecast does not keep. */
export interface LatePromise {
  readonly told: Day;
  /** By when it is likely now; null where no day is in sight, or the day has passed. */
  readonly day: Day | null;
  /** There is enough history to tell people that day. */
  readonly enough: boolean;
  /** What keeps it waiting: all that is open, or what the forecast says is late, the latest first. */
  readonly open: readonly Item[];
}

/** Null for feedback without a promise, and for one that is kept. */
export function findLatePromise(
  backlog: Backlog,
  feedback: Item,
  { today, forecastOf }: { readonly today: Day; readonly forecastOf: ForecastOf | null },
): LatePromise | null {
  const promise = findPromise(backlog, feedback);
  if (promise === null || !isDay(promise.day)) return null;
  const { day: told, items: open } = promise;
  if (told < today) return { told, day: null, enough: false, open };
  const late = open
    .flatMap((item) => {
      const forecast = forecastOf?.(item, told) ?? null;
      return forecast === null ? [] : [{ item, ...forecast }];
    })
    .toSorted((a, b) => ((a.sure ?? '9999') < (b.sure ?? '9999') ? 1 : -1));
  const [last] = late;
  if (!last) return null;
  return { told, day: last.sure, enough: last.enough, open: [last.item] };
}
