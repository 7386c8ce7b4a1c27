import type { Day } from '../text/date.js';
import { isWorkingDay, listDays, usualWorkingDays, type WorkingDays } from './working-days.js';

/** A change of points on a day. */
export interface DatedPoints {
  readonly day: Day;
  readonly points: number;
}

export interface BurndownRequest {
  /** First and last day of the sprint. */
  readonly start: Day;
  readonly end: Day;
  /** Days after it are not known yet. */
  readonly today: Day;
  /** Points committed when it started. */
  readonly committed: number;
  /** What came in (above 0) and went out (below) after the start. */
  readonly changes: readonly DatedPoints[];
  readonly done: readonly DatedPoints[];
  /** Monday to Friday by default. */
  readonly team?: WorkingDays;
}

/** Points at the end of a day. */
export interface BurndownDay {
  readonly day: Day;
  /** The team does not work: a weekend, or a day off. */
  readonly off: boolean;
  /** What is in the sprint; null on days to come. */
  readonly scope: number | null;
  readonly done: number | null;
  /** Scope less what is done. */
  readonly left: number | null;
  /** An even pace over the working days, from the commitment to nothing. */
  readonly ideal: number;
}

/**
 * A sprint day by day. What happened before the first day counts on it, and what happened after
 * the last (before the sprint was closed) on the last.
 */
export function burnDown(request: BurndownRequest): readonly BurndownDay[] {
  const { start, end, today, committed, team = usualWorkingDays } = request;
  const isWorked = (day: Day) => isWorkingDay(team, day);
  const days = listDays(start, end);
  const working = days.filter(isWorked).length;
  const clamp = (day: Day) => (day < start ? start : day > end ? end : day);
  const until = (day: Day, changes: readonly DatedPoints[]) =>
    changes
      .filter((change) => clamp(change.day) <= day)
      .reduce((total, { points }) => total + points, 0);
  return days.map((day, index) => {
    // A sprint of nothing but a weekend is worked on at the weekend.
    const passed =
      working === 0
        ? (index + 1) / days.length
        : days.slice(0, index + 1).filter(isWorked).length / working;
    const known = day <= today;
    const scope = committed + until(day, request.changes);
    const done = until(day, request.done);
    return {
      day,
      off: !isWorked(day),
      scope: known ? scope : null,
      done: known ? done : null,
      left: known ? scope - done : null,
      ideal: committed * (1 - passed),
    };
  });
}
