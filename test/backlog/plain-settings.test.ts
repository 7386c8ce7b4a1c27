import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainSettings } from '../../src/backlog/plain-settings.js';
import { parseSettings } from '../../src/backlog/settings.js';
import type { Fields } from '../../src/item/value.js';

const word = fc.constantFrom('a', 'ready', 'draft', 'done');
const odd = fc.oneof(word, fc.constant(''), fc.integer(), fc.double(), fc.constant(null));
/** Mostly sound, so that the quick reader has something to say; sometimes anything. */
function mostly(sound: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 30, arbitrary: sound }, { weight: 1, arbitrary: odd });
}
const complete = { a: 'todo', b: 'doing', c: 'done', d: 'dropped' };
const category = fc.constantFrom('todo', 'doing', 'done', 'dropped');
const statuses = fc.oneof(
  fc.dictionary(word, category).map((own) => ({ ...complete, ...own })),
  fc.dictionary(word, category),
);
const settings = fc.record(
  {
    product: mostly(word),
    language: mostly(word),
    ids: mostly(fc.constantFrom('random', 'sequential')),
    points: mostly(fc.array(mostly(fc.integer({ min: 0, max: 9 })))),
    statuses: mostly(statuses),
    ready: mostly(fc.array(mostly(word))),
    done: mostly(fc.array(word)),
    vision: mostly(fc.dictionary(fc.constantFrom('for', 'need'), mostly(word))),
    sprint: mostly(fc.record({ length: mostly(fc.integer({ min: 0, max: 61 })) })),
    rank: mostly(fc.record({ model: mostly(word) })),
  },
  { requiredKeys: [] },
);

describe('settings read without the schema', () => {
  it('have its defaults', () => {
    expect(parseSettings({})).toEqual({ ok: true, value: readPlainSettings({}) });
  });

  it('are what the schema makes of them, or left to it', () => {
    let read = 0;
    fc.assert(
      fc.property(settings, (fields) => {
        const plain = readPlainSettings(fields as Fields);
        if (plain === null) return;
        read += 1;
        expect(parseSettings(fields)).toEqual({ ok: true, value: plain });
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(100);
  });
});
