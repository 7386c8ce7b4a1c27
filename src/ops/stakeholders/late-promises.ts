import { type Backlog, itemsOfType } from '../../backlog/backlog.js';
import { findLatePromise, type LatePromise } from '../../check/late-promise.js';
import type { Item } from '../../item/item.js';
import type { Day } from '../../text/date.js';
import { watchDates } from '../sprints/forecast-due.js';

/** Feedback whose day passed or will not be kept: as many as `check` finds. */
export function listLatePromises(
  backlog: Backlog,
  today: Day,
): readonly (LatePromise & { readonly feedback: Item })[] {
  const forecastOf = watchDates(backlog, today);
  return itemsOfType(backlog, 'feedback').flatMap((feedback) => {
    const late = findLatePromise(backlog, feedback, { today, forecastOf });
    return late === null ? [] : [{ feedback, ...late }];
  });
}
