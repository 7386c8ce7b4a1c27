import { addDays, type Day, daysBetween, weekdayOf } from '../text/date.js';
import { compareText } from '../text/words.js';

/** First and last calendar day, both included. */
export interface SprintDates {
  readonly start: Day;
  readonly end: Day;
}

/** A sprint of `lengthDays` calendar days: 14 from Monday 2026-11-23 end on Sunday 2026-12-06. */
export function sprintDates(start: Day, lengthDays: number): SprintDates {
  return { start, end: addDays(start, lengthDays - 1) };
}

/**
 * The id for a sprint that starts on a day: `2026-S24`. One more than the year's last number; in a
 * year without sprints yet, the number that sprints of this length reach by that week. Years and
 * weeks are ISO 8601's, whose year a sprint at the turn of the year keeps.
 *
 * @param existing ids of all sprints; others than `YYYY-Snn` are passed over
 */
export function nextSprintId(existing: readonly string[], start: Day, lengthDays: number): string {
  const { year, week } = isoWeek(start);
  const numbers = existing.map(readSprintId).filter((id) => id?.year === year);
  const last = Math.max(0, ...numbers.map((id) => id?.number ?? 0));
  const weeksPerSprint = Math.max(1, lengthDays / 7);
  const number = last > 0 ? last + 1 : Math.ceil(week / weeksPerSprint);
  return `${year}-S${String(number).padStart(2, '0')}`;
}

function readSprintId(id: string): { readonly year: number; readonly number: number } | null {
  const match = /^(\d{4})-S(\d{1,4})$/.exec(id);
  return match ? { year: Number(match[1]), number: Number(match[2]) } : null;
}

// ISO 8601: weeks start on Monday and belong to the year that holds their Thursday.
function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = addDays(day, 3 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const dayOfYear = daysBetween(`${year}-01-01`, thursday);
  return { year: Number(year), week: Math.floor(dayOfYear / 7) + 1 };
}

/** When the sprints to come end, the one that runs now first. */
export interface SprintCalendar {
  /** The dates of the first, second, … sprint from now. @param number from 1 */
  datesOf(number: number): SprintDates;
  /** How many sprints have ended by the end of a day. */
  countBy(day: Day): number;
  /** Days that are taken to pass between one sprint's last day and the next one's first. */
  readonly gap: number;
}

interface CalendarRequest {
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
  return sprints.toSorted((a, b) => compareText(a.start, b.start));
}
