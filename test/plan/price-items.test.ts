import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchBestSet } from '../../src/plan/solver/branch-and-bound.js';
import { limitNodes } from '../../src/plan/solver/exact-selection.js';
import { priceItems } from '../../src/plan/solver/price-items.js';
import { selectItems, solveSelection } from '../../src/plan/solver/select-items.js';
import { buildModel } from '../../src/plan/solver/selection-model.js';
import { runs } from '../support/runs.js';
import { selectByBruteForce, worthOf } from './brute-force.js';
import { selectionProblems } from './selection-problems.js';

describe('priceItems', () => {
  it('equals best less re-solved, for every item', { timeout: 300_000 }, async () => {
    let priced = 0;
    await fc.assert(
      fc.asyncProperty(selectionProblems, async (problem) => {
        fc.pre(problem.items.length <= 12);
        const best = await solveSelection(problem);
        if (!best.ok) return;
        const ids = problem.items.map(({ id }) => id);
        const prices = await priceItems(problem, best.value, ids);
        const { must = [], not = [] } = problem;
        for (const id of ids) {
          const isChosen = best.value.chosen.includes(id);
          const other = selectByBruteForce({
            ...problem,
            must: isChosen ? must.filter((each) => each !== id) : [...must, id],
            not: isChosen ? [...not, id] : not.filter((each) => each !== id),
          });
          const { price, displaces } = prices.get(id) ?? {};
          if (!other) {
            expect([id, price]).toEqual([id, null]);
            continue;
          }
          expect(price).toBeCloseTo(best.value.value - worthOf(problem, other), 9);
          if (isChosen) continue;
          expect(displaces).toEqual(best.value.chosen.filter((each) => !other.includes(each)));
          priced += 1;
        }
      }),
      { numRuns: runs(50, 200) },
    );
    expect(priced).toBeGreaterThan(runs(12, 50));
  });

  it('asks HiGHS where the exact search gives up', { timeout: 120_000 }, async () => {
    // Sizes just under a third of the capacity and values all alike: hard for any bound.
    const items = Array.from({ length: 38 }, (_, index) => ({
      id: `I${index}`,
      size: 1000 + ((index * 37) % 101),
      value: 1000 + ((index * 53) % 97),
    }));
    const problem = { items, capacity: 12_996 };
    const model = buildModel(problem);
    expect(searchBestSet(model, { nodeLimit: limitNodes(model) }).finished).toBe(false);
    const best = await selectItems(problem);
    const prices = await priceItems(problem, best, best.chosen.slice(0, runs(1, 2)));
    for (const id of best.chosen.slice(0, runs(1, 2))) {
      const other = await selectItems({ ...problem, not: [id] });
      expect(prices.get(id)?.price).toBe(best.value - other.value);
    }
  });
});
