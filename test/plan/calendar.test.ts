import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSprintCalendar } from '../../src/plan/calendar.js';
import { addDays } from '../../src/plan/sprint-id.js';

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
