import type { Backlog } from '../../backlog/backlog.js';
import { measureSize } from '../../backlog/progress.js';
import { type WayOfWorking, wayOf } from '../../backlog/way-of-working.js';
import { countThroughput, type WeekThroughput } from '../../plan/throughput.js';
import { measureSpread, measureVelocity, type Velocity } from '../../plan/velocity.js';
import { count, sayNumber, saySize } from '../../text/amount.js';
import type { Day } from '../../text/date.js';
import { listClosed, listDone } from './forecast-history.js';

/** How much a team finishes, in what it counts, over what it works in. */
export interface TeamPace extends Velocity, Pick<WayOfWorking, 'unit' | 'period'> {
  /** Whole weeks, oldest first; empty where the team has sprints. */
  readonly weeks: readonly WeekThroughput[];
}

/** A team without sprints has no rhythm that three weeks would show. */
const weeksAveraged = 6;

/** @param last how many sprints, or weeks, the mean and the spread are over */
export function measurePace(backlog: Backlog, today: Day, last?: number): TeamPace {
  const { unit, period } = wayOf(backlog);
  if (period === 'sprint') {
    return { ...measureSprintPace(backlog, last), unit, period, weeks: [] };
  }
  const weeks = countThroughput(listDone(backlog), today);
  const amounts = weeks.slice(-(last ?? weeksAveraged)).map((week) => week[unit]);
  return {
    unit,
    period,
    weeks,
    sprints: [],
    mean: amounts.length === 0 ? null : amounts.reduce((a, b) => a + b, 0) / amounts.length,
    spread: amounts.length === 0 ? null : { ...measureSpread(amounts), kept: null },
  };
}

/** The velocity of the closed sprints, in what the team counts. */
export function measureSprintPace(
  backlog: Backlog,
  last?: number,
  unit: WayOfWorking['unit'] = wayOf(backlog).unit,
): Velocity {
  return measureVelocity(listClosed(backlog), last, (items) => measureSize(items, unit));
}

/** Mean done over the last three closed sprints; null without one. */
export function recentVelocity(backlog: Backlog, unit: WayOfWorking['unit']): number | null {
  return measureSprintPace(backlog, undefined, unit).mean;
}

/** `22.3 points a sprint over the last 3 sprints, between 9 and 25`; empty without a past. */
export function sayTeamPace({ mean, spread, unit, period }: TeamPace): string {
  if (mean === null || spread === null) return '';
  const over =
    spread.sprints === 1 ? `the last ${period}` : `the last ${count(spread.sprints, period)}`;
  const range =
    spread.least === spread.most
      ? ''
      : `, between ${sayNumber(spread.least)} and ${sayNumber(spread.most)}`;
  return `${saySize(mean, unit)} a ${period} over ${over}${range}`;
}
