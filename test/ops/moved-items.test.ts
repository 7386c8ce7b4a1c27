import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findMoved } from '../../src/ops/items/diff-backlogs.js';

const order = (text: string) => [...text];

it('names what was moved and how far, not what made way for it', () => {
  expect(findMoved(order('abcde'), order('eabcd'))).toEqual([{ id: 'e', places: 4 }]);
  expect(findMoved(order('abcde'), order('bcade'))).toEqual([{ id: 'a', places: -2 }]);
  expect(findMoved(order('abcde'), order('abcde'))).toEqual([]);
});

it('counts only what was there before and after', () => {
  expect(findMoved(order('abcde'), order('xbyde'))).toEqual([]);
  expect(findMoved(order('abcde'), order('xebd'))).toEqual([{ id: 'e', places: 2 }]);
});

/** The order, with some items taken out and put elsewhere. */
const moves = fc
  .uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 30 })
  .chain((ids) =>
    fc.record({
      before: fc.constant(ids.map(String)),
      after: fc.shuffledSubarray(ids.map(String), { minLength: ids.length }),
    }),
  );

it('is the fewest: without the moved ones both orders are the same, and no fewer will do', () => {
  fc.assert(
    fc.property(moves, ({ before, after }) => {
      const moved = new Set(findMoved(before, after).map(({ id }) => id));
      // One that stands where it stood is not named, though it may be among the fewest.
      const stays = before.filter(
        (id) => !moved.has(id) && before.indexOf(id) !== after.indexOf(id),
      );
      expect(after.filter((id) => stays.includes(id))).toEqual(stays);
      for (const { id, places } of findMoved(before, after)) {
        expect(before.indexOf(id) - after.indexOf(id)).toBe(places);
      }
    }),
  );
});
