import type { Day } from '../text/date.js';

const DAY_MS = 86_400_000;

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

/** A day some days later; earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return toDay(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS);
}

// ISO 8601: weeks start on Monday and belong to the year that holds their Thursday.
function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const time = Date.parse(`${day}T00:00:00Z`);
  const weekday = (new Date(time).getUTCDay() + 6) % 7;
  const thursday = time + (3 - weekday) * DAY_MS;
  const year = new Date(thursday).getUTCFullYear();
  const dayOfYear = (thursday - Date.UTC(year, 0, 1)) / DAY_MS;
  return { year, week: Math.floor(dayOfYear / 7) + 1 };
}

function toDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
