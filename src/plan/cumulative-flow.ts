import { addDays, type Day, isDay } from '../text/date.js';
import type { ItemDates } from './cycle-time.js';

/** Items by where they stood at the end of a day. */
export interface FlowDay {
  readonly day: Day;
  /** Written down and not begun. */
  readonly todo: number;
  readonly doing: number;
  readonly done: number;
}

/**
 * Cumulative flow from the first date there is to `today`. An item without a date for a step is
 * taken to have made it with the next one: done without begun was begun that day.
 */
export function measureFlow(items: readonly ItemDates[], today: Day): readonly FlowDay[] {
  const arrivals = new Map<Day, { created: number; started: number; done: number }>();
  const count = (day: Day | null, key: 'created' | 'started' | 'done') => {
    if (day === null || day > today) return;
    const on = arrivals.get(day) ?? { created: 0, started: 0, done: 0 };
    on[key] += 1;
    arrivals.set(day, on);
  };
  for (const item of items) {
    const done = readDay(item.done);
    const started = earliest(readDay(item.started), done);
    count(done, 'done');
    count(started, 'started');
    count(earliest(readDay(item.created), started), 'created');
  }
  const first = [...arrivals.keys()].sort()[0];
  const days: FlowDay[] = [];
  let [created, started, done] = [0, 0, 0];
  for (let day = first; day !== undefined && day <= today; day = addDays(day, 1)) {
    const on = arrivals.get(day);
    created += on?.created ?? 0;
    started += on?.started ?? 0;
    done += on?.done ?? 0;
    days.push({ day, todo: created - started, doing: started - done, done });
  }
  return days;
}

function readDay(day: Day | null): Day | null {
  return day !== null && isDay(day) ? day : null;
}

function earliest(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
