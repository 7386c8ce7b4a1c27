import type { Day } from '../text/date.js';
import { addDays, type SprintDates, sprintDates } from './sprint-id.js';

/** When the sprints to come end, the one that runs now first. */
export interface SprintCalendar {
  /** The dates of the first, second, … sprint from now. @param number from 1 */
  datesOf(number: number): SprintDates;
  /** How many sprints have ended by the end of a day. */
  countBy(day: Day): number;
  /** Days that are taken to pass between one sprint's last day and the next one's first. */
  readonly gap: number;
}

export interface CalendarRequest {
  readonly today: Day;
  /** Sprints that are not closed. */
  readonly known: readonly SprintDates[];
  /** Closed ones: the next begins after them, with the gap they have left between each other. */
  readonly past?: readonly SprintDates[];
  /** Calendar days from the first to the last. */
  readonly lengthDays: number;
}

/**
 * The sprints that have dates already, then more of the usual length and with the usual gap. The
 * first one is the one `today` lies in; between two sprints, the next.
 */
export function createSprintCalendar(request: CalendarRequest): SprintCalendar {
  const { today, known, past = [], lengthDays } = request;
  const ahead = sortByStart(known.filter(({ end }) => end >= today));
  const sprints = [...past, ...known];
  const gap = usualGap(sprints, lengthDays);
  const next = nextSprintStart(sprints, today, lengthDays);
  const datesOf = (number: number): SprintDates =>
    ahead[number - 1] ??
    sprintDates(addDays(next, (number - 1 - ahead.length) * (lengthDays + gap)), lengthDays);
  return {
    datesOf,
    countBy(day) {
      let count = 0;
      while (datesOf(count + 1).end <= day) count += 1;
      return count;
    },
    gap,
  };
}

/**
 * The first day of the sprint after all of these: the usual gap after the last one ends, and never
 * in the past, as a team that paused does not plan into it.
 */
export function nextSprintStart(
  sprints: readonly SprintDates[],
  today: Day,
  lengthDays: number,
): Day {
  const last = sprints
    .map(({ end }) => end)
    .toSorted()
    .at(-1);
  if (last === undefined) return today;
  const start = addDays(last, 1 + usualGap(sprints, lengthDays));
  return start < today ? today : start;
}

/** As many of the last gaps as a habit can be seen in. */
const gapsLookedAt = 5;

/** The median of the last gaps. One as long as a sprint is a pause, and says nothing of the next. */
function usualGap(sprints: readonly SprintDates[], lengthDays: number): number {
  const sorted = sortByStart(sprints);
  const gaps = sorted
    .slice(1)
    .map(({ start }, index) => daysBetween(sorted[index]?.end ?? start, start) - 1)
    .filter((gap) => gap >= 0 && gap < lengthDays)
    .slice(-gapsLookedAt)
    .sort((a, b) => a - b);
  return gaps[Math.floor((gaps.length - 1) / 2)] ?? 0;
}

function sortByStart(sprints: readonly SprintDates[]): readonly SprintDates[] {
  return sprints.toSorted((a, b) => (a.start < b.start ? -1 : 1));
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
