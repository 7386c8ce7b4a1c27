import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayIn,
  daysBetween,
  isDay,
  isTimeZone,
  spellDay,
  weekdayOf,
} from '../../src/text/date.js';

describe('a day', () => {
  it.each(['2026-11-24', '2024-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '24.11.2026',
    '2026-11-24T00:00',
    '',
    ' 2026-11-24',
    '2026-11-31',
  ])('%j is none', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('depends on the zone', () => {
    const midnight = new Date('2026-11-24T23:30:00Z');
    expect(dayIn(midnight, 'UTC')).toBe('2026-11-24');
    expect(dayIn(midnight, 'Europe/Berlin')).toBe('2026-11-25');
    expect(dayIn(midnight, 'America/Los_Angeles')).toBe('2026-11-24');
    expect(dayIn(new Date('2026-11-24T03:00:00Z'), 'America/Los_Angeles')).toBe('2026-11-23');
  });

  it('is the machine’s own where no zone is named, as the table of zones has it', () => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    for (let hour = 0; hour < 24 * 40; hour += 1) {
      const now = new Date(Date.UTC(2026, 9, 1, hour, 30));
      const format = new Intl.DateTimeFormat('en-CA', { timeZone });
      expect(dayIn(now, undefined)).toBe(format.format(now));
      expect(dayIn(now, 'UTC')).toBe(now.toISOString().slice(0, 10));
    }
  });
});

describe('a zone', () => {
  it('is one of the IANA database', () => {
    expect(['Europe/Berlin', 'UTC', 'Asia/Kolkata'].every(isTimeZone)).toBe(true);
    expect(['CET-1CEST', ':/etc/localtime', 'Nowhere/X', ''].some(isTimeZone)).toBe(false);
  });
});

describe('reckoning with days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    // Clocks change between them in many places.
    ['2026-03-28', 2, '2026-03-30'],
  ])('finds %s and %i days to be %s, and counts them back', (from, count, to) => {
    expect(addDays(from, count)).toBe(to);
    expect(daysBetween(from, to)).toBe(count);
  });

  it.each([
    ['2026-11-23', 0],
    ['2026-11-28', 5],
    ['2026-11-29', 6],
  ])('numbers the weekday of %s from Monday', (day, number) => {
    expect(weekdayOf(day)).toBe(number);
  });

  it('spells a day as long as there is room for it', () => {
    const spelled = (['long', 'short', 'shortWithYear', 'month'] as const).map((spelling) =>
      spellDay('2026-11-24', spelling),
    );
    expect(spelled).toEqual(['24 November 2026', '24 Nov', '24 Nov 26', 'Nov 2026']);
    expect(spellDay('soon', 'short')).toBe('soon');
  });
});
