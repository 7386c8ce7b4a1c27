import type { Day } from '../text/date.js';

/** When something is worked on, as roadmaps say it: now, next, later (J. Bastow, 2012). */
export type Horizon = 'now' | 'next' | 'later';
export const horizons: readonly Horizon[] = ['now', 'next', 'later'];

/** What begins within so many sprints after the running one is next. */
const sprintsAhead = 3;

/**
 * @param begun something of it is in work or in the running sprint
 * @param startsIn the sprint it is likely to begin in, from 1, the running one; null: not known
 * @param ready the team could begin; asked only where no start is known
 */
export function horizonOf(item: {
  readonly begun: boolean;
  readonly startsIn: number | null;
  readonly ready: boolean;
}): Horizon {
  if (item.begun) return 'now';
  if (item.startsIn === null) return item.ready ? 'next' : 'later';
  return item.startsIn <= 1 + sprintsAhead ? 'next' : 'later';
}

/** `2027-Q1`: quarters of the calendar year. */
export function quarterOf(day: Day): string {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 4)}-Q${Math.ceil(month / 3)}`;
}
