import { addDays, type Day, weekdayOf } from '../text/date.js';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** On which days a team works: part of `team:` in `backlog.yaml`. */
export interface WorkingDays {
  readonly workdays: readonly Weekday[];
  /** Days off for all: `2026-12-25` or `2026-12-24..2027-01-01`. */
  readonly off: readonly string[];
}

/** Of a team whose settings say nothing. */
export const usualWorkingDays: WorkingDays = {
  workdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  off: [],
};

export function isWorkingDay({ workdays, off }: WorkingDays, day: Day): boolean {
  return workdays.includes(nameWeekday(day)) && !isIn(off, day);
}

/** Working days from one day to another, both included; none when the first is the later. */
export function countWorkingDays(team: WorkingDays, from: Day, to: Day): number {
  return listDays(from, to).filter((day) => isWorkingDay(team, day)).length;
}

/** Both ends included; at most a year of them. */
export function listDays(start: Day, end: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = start; day <= end && days.length < 366; day = addDays(day, 1)) days.push(day);
  return days;
}

/** @param ranges days, or a first and a last: `2026-12-24..2027-01-01` */
export function isIn(ranges: readonly string[], day: Day): boolean {
  return ranges.some((range) => {
    const [first = '', last = first] = range.split('..');
    return first <= day && day <= last;
  });
}

function nameWeekday(day: Day): Weekday {
  return weekdays[weekdayOf(day)] ?? 'mon';
}
