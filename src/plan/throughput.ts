import { addDays, type Day, isDay, weekdayOf } from '../text/date.js';

/** What was finished in one week. */
export interface WeekThroughput {
  /** Its Monday. */
  readonly week: Day;
  readonly items: number;
  /** Items without estimate count nothing. */
  readonly points: number;
}

/**
 * What each whole week finished, from the first with anything to the last that has ended; weeks
 * without anything are 0.
 */
export function countThroughput(
  done: readonly { readonly points: number | null; readonly done: Day }[],
  today: Day,
): readonly WeekThroughput[] {
  const byWeek = new Map<Day, { items: number; points: number }>();
  for (const item of done.filter((one) => isDay(one.done))) {
    const week = mondayOf(item.done);
    const sum = byWeek.get(week) ?? { items: 0, points: 0 };
    byWeek.set(week, { items: sum.items + 1, points: sum.points + (item.points ?? 0) });
  }
  const first = [...byWeek.keys()].sort()[0];
  const weeks: WeekThroughput[] = [];
  for (let week = first; week !== undefined && week < mondayOf(today); week = addDays(week, 7)) {
    weeks.push({ week, ...(byWeek.get(week) ?? { items: 0, points: 0 }) });
  }
  return weeks;
}

export function mondayOf(day: Day): Day {
  return addDays(day, -weekdayOf(day));
}
