import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSprintCalendar, nextSprintStart } from '../../src/plan/sprint-id.js';
import { addDays } from '../../src/text/date.js';

const today = '2026-11-24';

describe('createSprintCalendar', () => {
  it('starts with the sprint today lies in, then those planned, then more of them', () => {
    const calendar = createSprintCalendar({
      today,
      known: [
        { start: '2026-12-07', end: '2026-12-20' },
        { start: '2026-11-16', end: '2026-11-29' },
        { start: '2026-11-02', end: '2026-11-15' },
      ],
      lengthDays: 14,
    });
    expect([1, 2, 3, 4].map((number) => calendar.datesOf(number).end)).toEqual([
      '2026-11-29',
      '2026-12-20',
      '2027-01-03',
      '2027-01-17',
    ]);
    expect(calendar.countBy('2026-11-28')).toBe(0);
    expect(calendar.countBy('2026-11-29')).toBe(1);
    expect(calendar.countBy('2027-01-16')).toBe(3);
  });

  it('begins today where nothing is planned, and counts as it dates', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 40 }), (length, n) => {
        const calendar = createSprintCalendar({ today, known: [], lengthDays: length });
        expect(calendar.datesOf(1).start).toBe(today);
        const { end } = calendar.datesOf(n);
        expect(calendar.countBy(end)).toBe(n);
        expect(calendar.countBy(addDays(end, -1))).toBe(n - 1);
        expect(calendar.datesOf(n + 1).start).toBe(addDays(end, 1));
      }),
    );
  });
});

describe('the gap between sprints', () => {
  const endsOf = (past: readonly { start: string; end: string }[], day = today) => {
    const calendar = createSprintCalendar({ today: day, known: [], past, lengthDays: 12 });
    return [1, 2].map((number) => calendar.datesOf(number));
  };
  const past = [
    { start: '2026-10-12', end: '2026-10-23' },
    { start: '2026-10-26', end: '2026-11-06' },
    { start: '2026-11-09', end: '2026-11-20' },
  ];

  it('repeats: sprints from Monday to Friday go on as such', () => {
    expect(endsOf(past, '2026-11-20')).toEqual([
      { start: '2026-11-23', end: '2026-12-04' },
      { start: '2026-12-07', end: '2026-12-18' },
    ]);
  });

  it('is no pause: one as long as a sprint is left out', () => {
    const paused = [{ start: '2026-08-03', end: '2026-08-14' }, ...past];
    expect(endsOf(paused, '2026-11-20')).toEqual(endsOf(past, '2026-11-20'));
  });

  it.each([
    ['the day a sprint ends', '2026-11-20', '2026-11-23'],
    ['the next morning', '2026-11-21', '2026-11-23'],
    ['the day it begins', '2026-11-23', '2026-11-23'],
    ['later', '2026-11-25', '2026-11-25'],
  ])('says on %s what making a sprint says', (_, day, start) => {
    expect(nextSprintStart(past, day, 12)).toBe(start);
    expect(endsOf(past, day)[0]?.start).toBe(start);
  });
});
