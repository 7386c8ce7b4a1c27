import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doneBy, lookAhead, usualOutlook } from '../../src/ops/sprints/forecast-outlook.js';
import { findNextStart, sprintCalendar } from '../../src/ops/sprints/team-calendar.js';
import { addDays } from '../../src/text/date.js';
import { makeBacklog } from '../support/make-backlog.js';

const today = '2026-11-23';

/** Two-week sprints, the last one ending the day before `today`, and ten items to do. */
function makeHistory(settings: Readonly<Record<string, unknown>> = {}, points = 5) {
  const sprints = [20, 14, 25, 18, 22, 9].map((done, index) => {
    const start = addDays(today, -14 * (6 - index));
    return {
      id: `2026-S${10 + index}`,
      type: 'sprint',
      status: 'closed',
      start,
      end: addDays(start, 13),
      done: [{ id: `ST-D${index}`, points: done }],
    };
  });
  const items = Array.from({ length: 10 }, (_, index) => ({
    id: `ST-${index}`,
    status: 'ready',
    rank: `a${index}`,
    points,
  }));
  return makeBacklog([...sprints, ...items], settings);
}

const team = (off: readonly string[], own: readonly string[] = []) => ({
  team: { members: [{ name: 'ada' }, { name: 'bob', off: own }], off },
});

function datesOf(settings: Readonly<Record<string, unknown>>, points?: number) {
  const backlog = makeHistory(settings, points);
  const outlook = lookAhead(backlog, { ...usualOutlook(backlog, today), trials: 400 });
  return outlook.completions.map((completion) => doneBy(outlook, completion)['85'].date ?? '9999');
}

const range = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 40 }))
  .map(([from, days]) => `${addDays(today, from)}..${addDays(today, from + days)}`);

describe('days off', () => {
  it('at Christmas take a sprint out of the forecast', () => {
    const [usual, christmas] = [datesOf(team([])), datesOf(team(['2026-12-21..2027-01-03']))];
    expect(usual[0]).toBe(christmas[0]);
    expect(christmas.at(-1)).toBe(addDays(usual.at(-1) ?? '', 14));
  });

  it('push dates later and never earlier, of all or of one', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 3 }), fc.array(range), range, (all, own, more) => {
        const before = datesOf(team(all, own));
        for (const after of [
          datesOf(team([...all, more], own)),
          datesOf(team(all, [...own, more])),
        ])
          expect(after.every((date, index) => date >= (before[index] ?? ''))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('and larger items never make a date earlier either', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (points) => {
        const [less, more] = [datesOf({}, points), datesOf({}, points + 1)];
        expect(more.every((date, index) => date >= (less[index] ?? ''))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the next sprint', () => {
  it('begins on one day for the forecast and for sprint create, whatever the day', () => {
    const backlog = makeHistory();
    for (const day of [-1, 0, 1, 5, 13, 30].map((days) => addDays(today, days))) {
      const { start } = sprintCalendar(backlog, day).datesOf(1);
      expect([day, start]).toEqual([day, findNextStart(backlog, day)]);
    }
  });
});
