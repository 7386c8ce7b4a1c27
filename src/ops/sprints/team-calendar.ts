import type { Backlog } from '../../backlog/backlog.js';
import {
  createSprintCalendar,
  nextSprintStart,
  type SprintCalendar,
  type SprintDates,
} from '../../plan/sprint-id.js';
import { measurePresence } from '../../plan/team-capacity.js';
import { countWorkingDays, usualWorkingDays, type WorkingDays } from '../../plan/working-days.js';
import { count } from '../../text/amount.js';
import { type Day, isDay } from '../../text/date.js';
import { listSprints, type Sprint } from './sprints.js';

/** On which days the team works: `team:` in the settings, else Monday to Friday. */
export function workingDaysOf({ settings }: Backlog): WorkingDays {
  return settings.team ?? usualWorkingDays;
}

/** The running sprint, the planned ones and those to come, as every projected date has them. */
export function sprintCalendar(backlog: Backlog, today: Day): SprintCalendar {
  const { known, past } = listDated(backlog);
  return createSprintCalendar({ today, known, past, lengthDays: backlog.settings.sprint.length });
}

/** The first day of the sprint that `sprint create` makes, whatever day it is asked on. */
export function findNextStart(backlog: Backlog, today: Day): Day {
  const { known, past } = listDated(backlog);
  return nextSprintStart([...past, ...known], today, backlog.settings.sprint.length);
}

function listDated(backlog: Backlog) {
  const sprints = listSprints(backlog);
  const datesOf = (isMeant: (sprint: Sprint) => boolean) =>
    sprints.filter(isMeant).flatMap(({ start, end }): readonly SprintDates[] => {
      const isDated = start !== null && end !== null && isDay(start) && isDay(end);
      return isDated && start <= end ? [{ start, end }] : [];
    });
  return {
    known: datesOf(({ category }) => category === 'doing' || category === 'todo'),
    past: datesOf(({ category }) => category === 'done'),
  };
}

/** The share of its usual pace that the team has in each period, 0 to 1: days off take the rest. */
export function presenceIn(
  { settings: { team } }: Backlog,
  calendar: SprintCalendar,
): (period: number) => number {
  if (!team) return () => 1;
  const known: number[] = [];
  return (period) => {
    const share = known[period] ?? measurePresence(team, calendar.datesOf(period));
    known[period] = share;
    return share;
  };
}

/** What projected dates take for granted, in words. */
export function sayCalendar(
  { settings: { sprint, team } }: Backlog,
  { gap }: SprintCalendar,
  period: 'sprint' | 'week',
): string {
  const isAway = team && (team.off.length > 0 || team.members.some(({ off }) => off.length > 0));
  const off = isAway ? 'days off included' : 'no days off configured (team: in backlog.yaml)';
  if (period === 'week') return `dates in weeks; ${off}`;
  const between = gap === 0 ? 'without gaps' : `with gaps of ${count(gap, 'day')}`;
  return `dates in sprints of ${count(sprint.length, 'day')}, ${between}; ${off}`;
}

/** Working days still to come, today among them; null where the end is not known. */
export function countDaysLeft(backlog: Backlog, end: Day | null, today: Day): number | null {
  return end === null || !isDay(end) ? null : countWorkingDays(workingDaysOf(backlog), today, end);
}
