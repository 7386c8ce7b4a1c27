import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSprintEvent, parseSprintEvent } from '../../src/item/sprint-event.js';

describe('sprint events', () => {
  it('are one readable line', () => {
    const event = { day: '2026-11-26', sign: '+', sprint: '2026-S24', points: 5 } as const;
    expect(formatSprintEvent({ ...event, reason: 'customer\nwaits' })).toBe(
      '2026-11-26 +2026-S24 5 customer waits',
    );
    expect(formatSprintEvent({ ...event, points: null, reason: '' })).toBe(
      '2026-11-26 +2026-S24 ?',
    );
  });

  it('refuse other text', () => {
    for (const text of [
      '',
      '2026-11-26',
      '2026-13-26 +2026-S24 5 x',
      '2026-11-26 2026-S24 5 x',
      '2026-11-26 +2026-S24 five x',
      '2026-11-26 +2026-S24 5x',
    ]) {
      expect([text, parseSprintEvent(text)]).toEqual([text, null]);
    }
  });

  it('read back what was written', () => {
    const events = fc.record({
      day: fc.constantFrom('2026-11-26', '2024-02-29'),
      sign: fc.constantFrom('+' as const, '-' as const),
      sprint: fc.stringMatching(/^[A-Za-z0-9-]{1,10}$/),
      points: fc.option(fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4)),
      reason: fc
        .stringMatching(/^[a-z0-9?+-]{0,5}( [a-z0-9?+-]{1,5}){0,2}$/)
        .map((text) => text.trim()),
    });
    fc.assert(
      fc.property(events, (event) => {
        expect(parseSprintEvent(formatSprintEvent(event))).toEqual(event);
      }),
    );
  });
});
