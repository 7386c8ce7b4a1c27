import { failUsage } from './problem.js';

/** A calendar day as `YYYY-MM-DD`, the only form in which files keep dates. */
export type Day = string;

export function isDay(text: string): boolean {
  if (text.length !== 10 || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = Number(text.slice(8));
  return day > 0 && day <= daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 0 for what is no month. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

/** Whether a text names a zone of the IANA database. */
export function isTimeZone(text: string): boolean {
  if (text === 'UTC') return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** The `timezone` of `backlog.yaml`. @throws ProblemError when it is not a time zone */
export function requireTimeZone(text: string | undefined): string | undefined {
  if (text === undefined || isTimeZone(text)) return text;
  return failUsage(
    `timezone in backlog.yaml: "${text}" is not a time zone; write one such as Europe/Berlin`,
  );
}

/** The day it is at `now` in an IANA zone, or in the machine's own, which needs no table of them. */
export function dayIn(now: Date, timeZone: string | undefined): Day {
  if (timeZone === undefined) return spellNumbers(now.getFullYear(), now.getMonth(), now.getDate());
  if (timeZone === 'UTC') {
    return spellNumbers(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  }
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return format.format(now);
}

function spellNumbers(year: number, month: number, day: number): Day {
  const [first, ...rest] = [String(year).padStart(4, '0'), month + 1, day];
  return [first, ...rest.map((number) => String(number).padStart(2, '0'))].join('-');
}

const spellings = {
  /** `24 November 2026` */
  long: { dateStyle: 'long' },
  /** `24 Nov` */
  short: { day: 'numeric', month: 'short' },
  /** `24 Nov 26` */
  shortWithYear: { day: 'numeric', month: 'short', year: '2-digit' },
  /** `Nov 2026` */
  month: { month: 'short', year: 'numeric' },
} as const;

/** `24 November 2026`, or as `spelling` has it; what is no day as it is. */
export function spellDay(day: Day, spelling: keyof typeof spellings = 'long'): string {
  const format = new Intl.DateTimeFormat('en-GB', { ...spellings[spelling], timeZone: 'UTC' });
  const time = timeOf(day);
  return Number.isNaN(time) ? day : format.format(time);
}

/** Midnight UTC of a day, in milliseconds since 1970. */
export function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

const DAY_MS = 86_400_000;

/** A day some days later; earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return new Date(timeOf(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** How many days later `to` is: 0 for the same day, negative when it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((timeOf(to) - timeOf(from)) / DAY_MS);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (new Date(timeOf(day)).getUTCDay() + 6) % 7;
}
