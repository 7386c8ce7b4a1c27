import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSampler,
  plainResampling,
  prepareHistory,
  urnResampling,
} from '../../src/plan/resample.js';
import { seedRandom } from '../../src/text/random.js';

describe('prepareHistory', () => {
  it('takes the last ten and counts the best as the second best', () => {
    const history = [90, 1, 2, 3, 4, 5, 6, 7, 8, 40, 9];
    expect(prepareHistory(history, urnResampling)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 9]);
    expect(prepareHistory([1, 40, 2, 3], urnResampling)).toEqual([1, 40, 2, 3]);
    expect(prepareHistory(history, plainResampling)).toEqual(history);
  });
});

describe('createSampler', () => {
  it('draws only what was, and forgets one future in the next', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(50), { minLength: 1, maxLength: 12 }),
        fc.string(),
        (history, seed) => {
          const drawTen = (sampler: ReturnType<typeof createSampler>) => {
            sampler.restart();
            return Array.from({ length: 10 }, () => sampler.draw());
          };
          const sampler = createSampler(history, urnResampling, seedRandom(seed));
          for (const drawn of drawTen(sampler)) expect(history).toContain(drawn);
          // The same dice give the same future, whatever was drawn before.
          const fixed = [0.1, 0.9, 0.3, 0.7, 0.5, 0.2, 0.8, 0.4, 0.6, 0.05];
          let at = 0;
          const again = createSampler(history, urnResampling, () => fixed[at++ % 10] ?? 0);
          expect(drawTen(again)).toEqual(drawTen(again));
        },
      ),
    );
  });

  it('settles on a pace of its own in each future, with the same mean over all of them', () => {
    const history = [10, 12, 14, 16, 18, 20, 22, 24, 26, 28];
    const spreadOf = (copies: number) => {
      const sampler = createSampler(history, { ...plainResampling, copies }, seedRandom('spread'));
      const totals = Array.from({ length: 4000 }, () => {
        sampler.restart();
        return Array.from({ length: 6 }, () => sampler.draw()).reduce((a, b) => a + b, 0);
      });
      const mean = totals.reduce((a, b) => a + b, 0) / totals.length;
      const square = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / totals.length;
      return { mean, square };
    };
    const plain = spreadOf(0);
    const urn = spreadOf(2);
    expect(Math.abs(plain.mean - 114)).toBeLessThan(1.5);
    expect(Math.abs(urn.mean - 114)).toBeLessThan(1.5);
    // Of a Pólya urn with n sprints and c copies: h s² (1 + (h − 1) c / (n + c)).
    expect(urn.square / plain.square).toBeCloseTo(1 + (5 * 2) / 12, 0);
  });
});
