import { roundToTenths } from '../text/amount.js';
import type { SprintDates } from './sprint-id.js';
import { isIn, isWorkingDay, listDays, type WorkingDays } from './working-days.js';

/** Who works when: `team:` in `backlog.yaml`. */
export interface Team extends WorkingDays {
  readonly members: readonly TeamMember[];
  /** Of a working day. */
  readonly hours: number;
  /** Share of a working day that goes into planned work, 0 to 1. */
  readonly focus: number;
}

export interface TeamMember {
  readonly name: string;
  readonly skills: readonly string[];
  /** Of full time, 0 to 1. */
  readonly share: number;
  /** Instead of the team's. */
  readonly focus?: number | undefined;
  readonly off: readonly string[];
}

export interface Availability {
  /** Person-days at work, part-timers in part. */
  readonly days: number;
  /** Hours for planned work: days × hours × focus. */
  readonly hours: number;
  readonly members: readonly {
    readonly name: string;
    readonly skills: readonly string[];
    readonly days: number;
    readonly hours: number;
  }[];
}

/**
 * What a team has in a sprint: working days less days off, times the focus factor (Kniberg, "Scrum
 * and XP from the Trenches", 2007, "How do we decide which stories to include in the sprint?").
 */
export function measureAvailability(team: Team, { start, end }: SprintDates): Availability {
  const worked = listDays(start, end).filter((day) => isWorkingDay(team, day));
  const members = team.members.map(({ name, skills, share, focus = team.focus, off }) => {
    const present = share * worked.filter((day) => !isIn(off, day)).length;
    return { name, skills, days: present, hours: present * team.hours * focus };
  });
  return {
    days: members.reduce((sum, member) => sum + member.days, 0),
    hours: members.reduce((sum, member) => sum + member.hours, 0),
    members,
  };
}

/** The share of the usual days at work that days off leave of a sprint, 0 to 1. */
export function measurePresence(team: Team, dates: SprintDates): number {
  const members = team.members.map((member) => ({ ...member, off: [] }));
  const usual = measureAvailability({ ...team, members, off: [] }, dates).days;
  return usual === 0 ? 1 : measureAvailability(team, dates).days / usual;
}

/**
 * Each member's and each skill's part of a capacity, by hours present. A member with two skills can
 * give the whole of it to either. Skills that nobody has get nothing.
 *
 * @param needed skills that items name
 */
export function divideCapacity(
  capacity: number,
  { members, hours }: Availability,
  needed: readonly string[],
): { readonly members: Record<string, number>; readonly skills: Record<string, number> } {
  const part = (present: number) => roundToTenths(hours === 0 ? 0 : (capacity * present) / hours);
  const known = [...new Set(members.flatMap(({ skills }) => skills))];
  const skills = known.length === 0 ? [] : [...new Set([...known, ...needed])];
  return {
    members: Object.fromEntries(members.map((member) => [member.name, part(member.hours)])),
    skills: Object.fromEntries(
      skills.map((skill) => {
        const able = members.filter((member) => member.skills.includes(skill));
        return [skill, part(able.reduce((sum, member) => sum + member.hours, 0))];
      }),
    ),
  };
}

/**
 * The points that a share of past sprints reached: `0.5` is the median, `0.85` what 85 % of them
 * reached. Linear between sprints (Hyndman and Fan, "Sample quantiles in statistical packages",
 * 1996, type 7). Takes at least one sprint.
 */
export function reachedBy(share: number, done: readonly number[]): number {
  const sorted = done.toSorted((a, b) => a - b);
  const at = (1 - share) * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return roundToTenths(low + (high - low) * (at - Math.floor(at)));
}
