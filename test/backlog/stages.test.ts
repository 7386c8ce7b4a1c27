import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultGates,
  formatStageEvent,
  gateOf,
  parseStageEvent,
  type StageEvent,
} from '../../src/backlog/stages.js';
import { stages } from '../../src/item/kind.js';
import { makeSettings } from '../support/make-backlog.js';

const words = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && !text.includes('%20') && !text.startsWith('forced:'));

const events: fc.Arbitrary<StageEvent> = fc.record({
  day: fc.constantFrom('2026-11-24', '2027-01-01'),
  stage: fc.constantFrom(...stages),
  evidence: fc.array(words, { maxLength: 3 }),
  forced: fc.option(words),
});

describe('stage events', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(events, (event) => {
        expect(parseStageEvent(formatStageEvent(event))).toEqual(event);
      }),
    );
  });

  it('look as the files are meant to', () => {
    expect(
      formatStageEvent({
        day: '2026-11-26',
        stage: 'prototype',
        evidence: ['https://example.org/p'],
        forced: null,
      }),
    ).toBe('2026-11-26 prototype https://example.org/p');
    const address = '2026-11-26 prototype https://example.org/a%20b docs/a%20b.md';
    expect(parseStageEvent(address)?.evidence).toEqual([
      'https://example.org/a%20b',
      'docs/a b.md',
    ]);
    expect(parseStageEvent('2026-11-26 launch forced: the fair is on Monday')).toEqual({
      day: '2026-11-26',
      stage: 'launch',
      evidence: [],
      forced: 'the fair is on Monday',
    });
  });

  it.each(['', '2026-11-26', '2026-02-30 idea', '2026-11-26 sketch', 'idea 2026-11-26'])(
    'are not read from %j',
    (text) => {
      expect(parseStageEvent(text)).toBeNull();
    },
  );
});

describe('gates', () => {
  it('are the defaults, or what settings put in their place', () => {
    const settings = makeSettings({ stages: { launch: {}, design: { evidence: 'a sketch' } } });
    expect(gateOf(settings, 'launch')).toEqual({});
    expect(gateOf(settings, 'design')).toEqual({ evidence: 'a sketch' });
    expect(gateOf(settings, 'prototype')).toEqual(defaultGates.prototype);
    expect(() => makeSettings({ stages: { luanch: {} } })).toThrow('Did you mean launch?');
  });
});
