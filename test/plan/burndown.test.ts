import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burnDown } from '../../src/plan/burndown.js';
import { addDays } from '../../src/text/date.js';

const sprint = { start: '2026-11-16', end: '2026-11-29', today: '2026-11-24', committed: 20 };

describe('burnDown', () => {
  it('shows scope, done and left to today, and an ideal line that rests at weekends', () => {
    const days = burnDown({
      ...sprint,
      changes: [{ day: '2026-11-19', points: 3 }],
      done: [
        { day: '2026-11-18', points: 5 },
        { day: '2026-11-10', points: 1 },
      ],
    });
    expect(days).toHaveLength(14);
    expect(days[0]).toEqual({
      day: '2026-11-16',
      off: false,
      scope: 20,
      done: 1,
      left: 19,
      ideal: 18,
    });
    expect(days[3]).toMatchObject({ scope: 23, done: 6, left: 17 });
    expect(days.map(({ ideal }) => ideal).slice(4, 8)).toEqual([10, 10, 10, 8]);
    expect(days[8]).toMatchObject({ day: '2026-11-24', left: 17 });
    expect(days[9]).toMatchObject({ scope: null, done: null, left: null });
    expect(days.at(-1)?.ideal).toBe(0);
  });

  it('is worked on at the weekend when it is nothing else', () => {
    const days = burnDown({
      start: '2026-11-21',
      end: '2026-11-22',
      today: '2026-11-30',
      committed: 8,
      changes: [],
      done: [],
    });
    expect(days.map(({ ideal }) => ideal)).toEqual([4, 0]);
  });

  it('ends with all that changed, whatever the days', () => {
    const dated = fc.record({
      day: fc.integer({ min: -5, max: 25 }).map((offset) => addDays(sprint.start, offset)),
      points: fc.integer({ min: -3, max: 8 }),
    });
    fc.assert(
      fc.property(fc.array(dated), fc.array(dated), (changes, done) => {
        const days = burnDown({ ...sprint, today: '2027-01-01', changes, done });
        const sum = (list: typeof done) => list.reduce((total, { points }) => total + points, 0);
        const last = days.at(-1);
        expect(last).toMatchObject({ scope: 20 + sum(changes), done: sum(done) });
        for (const { scope, left, done: finished } of days) {
          expect(left).toBe((scope ?? 0) - (finished ?? 0));
        }
        const ideals = days.map(({ ideal }) => ideal);
        expect(ideals).toEqual(ideals.toSorted((a, b) => b - a));
      }),
    );
  });
});
