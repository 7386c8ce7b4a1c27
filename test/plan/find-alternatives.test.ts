import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAlternatives } from '../../src/plan/solver/find-alternatives.js';
import { checkSelection, selectItems, solveSelection } from '../../src/plan/solver/select-items.js';
import { worthOf } from './brute-force.js';
import { selectionProblems } from './selection-problems.js';

describe('findAlternatives', () => {
  it('names sets within 2 % of the best, best first', async () => {
    const items = [100, 99, 98, 97, 50].map((value, index) => ({
      id: `I${index}`,
      size: 1,
      value,
    }));
    const problem = { items, capacity: 2 };
    const found = await findAlternatives(problem, await selectItems(problem));
    expect(found.map(({ value, in: added, out }) => [value, added, out])).toEqual([
      [198, ['I2'], ['I1']],
      [197, ['I3'], ['I1']],
      [197, ['I2'], ['I0']],
      [196, ['I3'], ['I0']],
    ]);
  });

  it('keeps every constraint, repeats no set and shows no mere part of one', async () => {
    await fc.assert(
      fc.asyncProperty(selectionProblems, async (problem) => {
        const best = await solveSelection(problem);
        if (!best.ok) return;
        const found = await findAlternatives(problem, best.value);
        const sets = [best.value, ...found];
        for (const [index, { chosen, value }] of sets.entries()) {
          expect(checkSelection(problem, chosen)).toEqual([]);
          expect(value).toBeCloseTo(worthOf(problem, chosen), 9);
          expect(value).toBeGreaterThanOrEqual(
            best.value.value - 0.02 * Math.abs(best.value.value) - 1e-9,
          );
          for (const before of sets.slice(0, index)) {
            expect(value).toBeLessThanOrEqual(before.value + 1e-9);
            const isPart = chosen.every((id) => before.chosen.includes(id));
            expect(isPart && completes(problem, chosen, before.chosen)).toBe(false);
          }
        }
      }),
      { numRuns: 100 },
    );
  }, 300_000);
});

/** Whether a set completes no group that the other does not. */
function completes(
  { groups = [] }: Parameters<typeof checkSelection>[0],
  chosen: readonly string[],
  other: readonly string[],
): boolean {
  return groups.every(
    ({ items }) =>
      items.every((id) => other.includes(id)) || !items.every((id) => chosen.includes(id)),
  );
}
