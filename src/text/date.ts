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

/** `24 November 2026`; what is no day as it is. */
export function spellDay(day: Day): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : format.format(date);
}
