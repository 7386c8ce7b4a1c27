import type { Day } from '../text/date.js';
import { addDays, type SprintDates, sprintDates } from './sprint-id.js';

/** When the sprints to come end, the one that runs now first. */
export interface SprintCalendar {
  /** The dates of the first, second, … sprint from now. @param number from 1 */
  datesOf(number: number): SprintDates;
  /** How many sprints have ended by the end of a day. */
  countBy(day: Day): number;
}

/**
 * The sprints that have dates already, then more of the usual length, end to end. The first one is
 * the one `today` lies in; between two sprints, the next.
 *
 * @param known sprints that are not closed
 * @param lengthDays calendar days from the first to the last
 */
export function createSprintCalendar(request: {
  readonly today: Day;
  readonly known: readonly SprintDates[];
  readonly lengthDays: number;
}): SprintCalendar {
  const { today, known, lengthDays } = request;
  const ahead = known
    .filter(({ end }) => end >= today)
    .toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const last = ahead.at(-1);
  const next = last === undefined ? today : addDays(last.end, 1);
  const datesOf = (number: number): SprintDates =>
    ahead[number - 1] ??
    sprintDates(addDays(next, (number - 1 - ahead.length) * lengthDays), lengthDays);
  return {
    datesOf,
    countBy(day) {
      let count = 0;
      while (datesOf(count + 1).end <= day) count += 1;
      return count;
    },
  };
}
