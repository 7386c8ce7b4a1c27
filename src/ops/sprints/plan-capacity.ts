import type { Backlog } from '../../backlog/backlog.js';
import { measureSize } from '../../backlog/progress.js';
import { wayOf } from '../../backlog/way-of-working.js';
import { type SprintDates, sprintDates } from '../../plan/sprint-id.js';
import type { SizeUnit, TeamCapacity } from '../../plan/sprint-request.js';
import {
  divideCapacity,
  measureAvailability,
  reachedBy,
  type Team,
} from '../../plan/team-capacity.js';
import { roundToTenths } from '../../text/amount.js';
import { addDays, type Day } from '../../text/date.js';
import { type Result, success, usage } from '../../text/problem.js';
import { recentVelocity } from './pace.js';
import { listSprints, type Sprint } from './sprints.js';
import { findNextStart, sprintCalendar } from './team-calendar.js';

/** How much fits, as a person says it. */
export interface CapacityRequest {
  /** A number, or the team's calendar; without it, what is known of the sprint and the team. */
  readonly capacity: number | 'team' | undefined;
  /** The share of past sprints that reached it: 0.5 is the median. */
  readonly velocity: number | undefined;
  readonly unit: SizeUnit;
  readonly skills: Readonly<Record<string, number>>;
  readonly members: Readonly<Record<string, number>>;
}

/** A sprint to plan for: there already, or still to be made. */
export interface SprintSlot extends SprintDates {
  readonly sprint: Sprint | null;
}

/** How far back "the last sprints" go. */
const SPRINTS_LOOKED_AT = 10;

/** The next sprints that have not begun, the planned ones first, then more of the usual length. */
export function listSlots(backlog: Backlog, today: Day, count: number): readonly SprintSlot[] {
  const { length } = backlog.settings.sprint;
  const planned = listSprints(backlog).filter(({ category }) => category === 'todo');
  const { gap } = sprintCalendar(backlog, today);
  const start = findNextStart(backlog, today);
  let made = 0;
  return Array.from({ length: count }, (_, index): SprintSlot => {
    const sprint = planned[index] ?? null;
    if (sprint?.start && sprint.end) return { sprint, start: sprint.start, end: sprint.end };
    const dates = sprintDates(addDays(start, made * (length + gap)), length);
    made += 1;
    return { sprint, ...dates };
  });
}

/**
 * What the team can take on in each sprint: the capacity asked for, else the sprint's own, else
 * `sprint.capacity`, else the team's calendar, else recent velocity. With a team, each member and
 * skill has its part of it.
 */
export function findCapacities(
  backlog: Backlog,
  slots: readonly SprintSlot[],
  request: CapacityRequest,
): Result<readonly TeamCapacity[]> {
  const { team } = backlog.settings;
  const needed = [...new Set(backlog.work.flatMap(({ skills }) => skills))];
  const capacities: TeamCapacity[] = [];
  for (const slot of slots) {
    const capacity = findCapacity(backlog, slot, request);
    if (!capacity.ok) return capacity;
    const parts = team
      ? divideCapacity(capacity.value, measureAvailability(team, slot), needed)
      : { members: {}, skills: {} };
    capacities.push({
      capacity: capacity.value,
      members: { ...parts.members, ...request.members },
      skills: { ...parts.skills, ...request.skills },
    });
  }
  return success(capacities);
}

function findCapacity(
  backlog: Backlog,
  slot: SprintSlot,
  { capacity, velocity, unit }: CapacityRequest,
): Result<number> {
  const { team, sprint } = backlog.settings;
  if (typeof capacity === 'number') return success(capacity);
  if (velocity !== undefined) return findVelocity(backlog, velocity, unit);
  if (capacity === 'team') {
    return team
      ? measureTeam(backlog, team, slot, unit)
      : usage('--capacity team: backlog.yaml has no team');
  }
  if (unit === 'hours') {
    if (team) return measureTeam(backlog, team, slot, unit);
    return usage('no capacity: give --capacity HOURS, or set team in backlog.yaml');
  }
  // What files say is in what the team counts.
  const isUsual = unit === wayOf(backlog).unit;
  const known = isUsual ? (slot.sprint?.capacity ?? sprint.capacity) : undefined;
  if (known !== undefined) return success(known);
  if (team) return measureTeam(backlog, team, slot, unit);
  const recent = recentVelocity(backlog, unit);
  return recent === null
    ? usage(
        `no capacity: give --capacity ${unit.toUpperCase()}, or set sprint.capacity in backlog.yaml`,
      )
    : success(roundToTenths(recent));
}

function findVelocity(backlog: Backlog, share: number, unit: SizeUnit): Result<number> {
  if (unit === 'hours') return usage('--velocity is in points, not in hours');
  const done = listClosed(backlog).map(({ record }) => measureSize(record.done, unit));
  return done.length === 0
    ? usage('--velocity: no sprint is closed yet')
    : success(reachedBy(share, done));
}

function listClosed(backlog: Backlog): readonly Sprint[] {
  const closed = listSprints(backlog).filter(({ category }) => category === 'done');
  return closed.slice(-SPRINTS_LOOKED_AT);
}

/** Days at work, times the points that a day brought in the last sprints. */
function measureTeam(
  backlog: Backlog,
  team: Team & { readonly pointsPerDay?: number | undefined },
  slot: SprintDates,
  unit: SizeUnit,
): Result<number> {
  const { days, hours } = measureAvailability(team, slot);
  if (unit === 'hours') return success(roundToTenths(hours));
  const pace = (unit === 'points' ? team.pointsPerDay : undefined) ?? findPace(backlog, team, unit);
  if (pace === null) {
    return usage(
      `the team is available for ${roundToTenths(days)} days, but there is no closed sprint to convert that to ${unit}: set team.pointsPerDay in backlog.yaml, or give --capacity`,
    );
  }
  return success(roundToTenths(days * pace));
}

function findPace(backlog: Backlog, team: Team, unit: 'points' | 'items'): number | null {
  const dated = listClosed(backlog).flatMap(({ start, end, record }) =>
    start !== null && end !== null ? [{ start, end, done: measureSize(record.done, unit) }] : [],
  );
  const days = dated.reduce((sum, dates) => sum + measureAvailability(team, dates).days, 0);
  const done = dated.reduce((sum, sprint) => sum + sprint.done, 0);
  return days > 0 && done > 0 ? done / days : null;
}
