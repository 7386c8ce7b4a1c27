import { describe, expect, it } from 'vitest';
import {
  divideCapacity,
  measureAvailability,
  reachedBy,
  type Team,
} from '../../src/plan/team-capacity.js';

const team: Team = {
  workdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  hours: 8,
  focus: 0.5,
  off: ['2026-12-25'],
  members: [
    { name: 'ada', skills: ['design', 'code'], share: 1, off: [] },
    { name: 'bob', skills: ['code'], share: 0.5, focus: 0.75, off: ['2026-12-21..2026-12-23'] },
  ],
};

// Monday to Sunday, two weeks: ten working days, one of them off for all.
const dates = { start: '2026-12-14', end: '2026-12-27' };

describe('measureAvailability', () => {
  it('takes weekends, days off, part time and focus from the calendar', () => {
    expect(measureAvailability(team, dates)).toEqual({
      days: 9 + 3,
      hours: 9 * 8 * 0.5 + 3 * 8 * 0.75,
      members: [
        { name: 'ada', skills: ['design', 'code'], days: 9, hours: 36 },
        { name: 'bob', skills: ['code'], days: 3, hours: 18 },
      ],
    });
  });

  it('is nothing on days off alone', () => {
    const { days, hours } = measureAvailability(team, { start: '2026-12-25', end: '2026-12-27' });
    expect([days, hours]).toEqual([0, 0]);
    const none = measureAvailability(team, { start: '2026-12-25', end: '2026-12-25' });
    expect(divideCapacity(20, none, []).members).toEqual({ ada: 0, bob: 0 });
  });
});

describe('divideCapacity', () => {
  it('gives members and skills their part of the hours', () => {
    expect(divideCapacity(27, measureAvailability(team, dates), ['code', 'ops'])).toEqual({
      members: { ada: 18, bob: 9 },
      skills: { design: 18, code: 27, ops: 0 },
    });
  });

  it('limits no skill where the team names none', () => {
    const plain = { ...team, members: team.members.map((member) => ({ ...member, skills: [] })) };
    expect(divideCapacity(27, measureAvailability(plain, dates), ['ops']).skills).toEqual({});
  });
});

describe('reachedBy', () => {
  it.each([
    [0.5, [30, 10, 20], 20],
    [0.5, [10, 21], 15.5],
    [0.85, [20, 20, 20, 10], 14.5],
    [0.85, [12], 12],
  ])('%d of %j is %d', (share, done, points) => {
    expect(reachedBy(share, done)).toBe(points);
  });
});
