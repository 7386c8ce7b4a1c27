import { describe, expect, it } from 'vitest';
import { nextSprintId, sprintDates } from '../../src/plan/sprint-id.js';
import { addDays } from '../../src/text/date.js';

describe('sprintDates', () => {
  it('counts calendar days, both ends included', () => {
    expect(sprintDates('2026-11-23', 14)).toEqual({ start: '2026-11-23', end: '2026-12-06' });
    expect(sprintDates('2026-12-28', 7)).toEqual({ start: '2026-12-28', end: '2027-01-03' });
    expect(sprintDates('2028-02-28', 2).end).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});

describe('nextSprintId', () => {
  it.each([
    ['the week decides in a year without sprints', [], '2026-11-23', 14, '2026-S24'],
    ['weekly sprints are numbered by week', [], '2026-11-23', 7, '2026-S48'],
    [
      'one more than the last of the year',
      ['2026-S03', '2026-S24', '2025-S52'],
      '2026-12-07',
      14,
      '2026-S25',
    ],
    ['numbers, not text, are compared', ['2026-S9', '2026-S10'], '2026-12-07', 14, '2026-S11'],
    ['the ISO year of the start, not its date', [], '2027-01-01', 14, '2026-S27'],
    ['the last days of a year may belong to the next', [], '2025-12-29', 14, '2026-S01'],
    ['a new year begins again', ['2026-S26'], '2027-01-04', 14, '2027-S01'],
    [
      'other ids are passed over',
      ['hardening', '2026-S', '2026-S2x'],
      '2026-01-05',
      14,
      '2026-S01',
    ],
    ['a sprint shorter than a week is numbered by week', [], '2026-01-12', 5, '2026-S03'],
  ])('%s', (_, existing, start, length, id) => {
    expect(nextSprintId(existing, start, length)).toBe(id);
  });
});
