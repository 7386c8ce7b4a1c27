import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountAt,
  chanceWithin,
  forecastAmount,
  forecastWork,
  periodAt,
} from '../../src/plan/forecast.js';
import { plainResampling, urnResampling } from '../../src/plan/resample.js';
import { repository } from '../support/sandbox.js';

const plain = { resampling: plainResampling, trials: 10_000, seed: '1' };
const golden = join(repository, '..', 'shared', 'data', 'golden', 'montecarlo.json');

interface GoldenCase {
  readonly how_many_days?: number;
  readonly when_items?: number;
  readonly exact: Readonly<Record<string, number>>;
  readonly exact_likelihood_30?: number;
}

describe.skipIf(!existsSync(golden))(
  'published forecasts (skipped where ../shared/data is absent)',
  () => {
    const [sample] = existsSync(golden)
      ? (JSON.parse(readFileSync(golden, 'utf8')) as [
          { readonly daily_throughput: readonly number[]; readonly cases: readonly GoldenCase[] },
        ])
      : [{ daily_throughput: [], cases: [] }];

    it.each(sample.cases)('are met within one unit: %o', (golden) => {
      const simulation = { ...plain, history: sample.daily_throughput };
      const work = forecastWork({
        ...simulation,
        pieces: [golden.when_items ?? 0],
        sizes: [],
      })[0];
      const totals = forecastAmount(simulation, golden.how_many_days ?? 0);
      for (const [percent, exact] of Object.entries(golden.exact)) {
        const confidence = Number(percent) / 100;
        const found =
          golden.when_items === undefined
            ? amountAt(totals, confidence)
            : work && periodAt(work, confidence);
        expect(Math.abs((found ?? Number.NaN) - exact)).toBeLessThanOrEqual(1);
      }
      if (golden.exact_likelihood_30 !== undefined && work) {
        const likelihood = 100 * chanceWithin(work, 30);
        expect(Math.abs(likelihood - golden.exact_likelihood_30)).toBeLessThan(2);
      }
    });
  },
);

const history = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 15 });
const pieces = fc.array(fc.option(fc.integer({ min: 0, max: 13 })), { maxLength: 12 });

describe('against the exact distribution', () => {
  /** Of the sum of `count` draws from `history`, each with the same chance: sum → probability. */
  function convolve(history: readonly number[], count: number): ReadonlyMap<number, number> {
    let sums = new Map([[0, 1]]);
    for (let draw = 0; draw < count; draw += 1) {
      const next = new Map<number, number>();
      for (const [sum, chance] of sums) {
        for (const amount of history) {
          next.set(sum + amount, (next.get(sum + amount) ?? 0) + chance / history.length);
        }
      }
      sums = next;
    }
    return sums;
  }

  const chanceOfAtLeast = (amount: number, history: readonly number[], count: number) =>
    [...convolve(history, count)].reduce(
      (sum, [total, chance]) => (total >= amount ? sum + chance : sum),
      0,
    );

  it.each([
    { history: [0, 1, 2], amount: 6 },
    { history: [0, 0, 0, 5], amount: 10 },
    { history: [2, 3, 3, 8], amount: 25 },
  ])('has the chances of %o within two points of a hundred', ({ history, amount }) => {
    const simulation = { ...plain, history };
    const [work] = forecastWork({ ...simulation, pieces: [amount], sizes: [] });
    for (const periods of [2, 4, 6, 8, 12]) {
      const exact = chanceOfAtLeast(amount, history, periods);
      expect(work && Math.abs(chanceWithin(work, periods) - exact)).toBeLessThan(0.02);
      const totals = forecastAmount(simulation, periods);
      const promised = amountAt(totals, 0.85);
      expect(chanceOfAtLeast(promised, history, periods)).toBeGreaterThan(0.83);
      expect(chanceOfAtLeast(promised + 1, history, periods)).toBeLessThan(0.87);
    }
  });
});

describe('forecastWork', () => {
  it('says the same twice with one seed, and another with another', () => {
    const request = {
      ...plain,
      resampling: urnResampling,
      history: [20, 25, 18, 30, 22, 0, 27],
      pieces: [50, null, 30],
      sizes: [1, 3, 8],
    };
    expect(forecastWork(request)).toEqual(forecastWork(request));
    expect(forecastWork({ ...request, seed: '2' })).not.toEqual(forecastWork(request));
  });

  it('never finishes a piece before the one in front of it, nor sooner with more confidence', () => {
    fc.assert(
      fc.property(history, pieces, fc.boolean(), (past, sizes, isPlain) => {
        const completions = forecastWork({
          history: past,
          resampling: isPlain ? plainResampling : urnResampling,
          trials: 50,
          seed: 'property',
          pieces: sizes,
          sizes: [1, 2, 5],
        });
        const never = 1000;
        const periods = completions.map((one) => [
          periodAt(one, 0.5) ?? never,
          periodAt(one, 0.95) ?? never,
        ]);
        for (const [index, [even = 0, sure = 0] = []] of periods.entries()) {
          expect(sure).toBeGreaterThanOrEqual(even);
          expect(even).toBeGreaterThanOrEqual(periods[index - 1]?.[0] ?? 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('divides by the pace when all sprints were alike', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 200 }),
        (pace, work) => {
          const [only] = forecastWork({
            history: [pace, pace, pace, pace, pace, pace],
            resampling: urnResampling,
            trials: 10,
            seed: '1',
            pieces: [work],
            sizes: [],
          });
          expect(only && periodAt(only, 0.95)).toBe(Math.max(1, Math.ceil(work / pace)));
        },
      ),
    );
  });

  it('lets the work grow, counts what the running sprint has done, and knows never', () => {
    const request = { ...plain, trials: 100, history: [10, 10], pieces: [20], sizes: [] };
    const last = (more: object) => {
      const [only] = forecastWork({ ...request, ...more });
      return only && periodAt(only, 0.95);
    };
    expect(last({})).toBe(2);
    expect(last({ growth: [0.5, 0.5] })).toBe(3);
    expect(last({ already: 4 })).toBe(3);
    expect(last({ history: [0, 0] })).toBeNull();
    const [drawn] = forecastWork({ ...request, pieces: [null, null], sizes: [0, 30] });
    expect(drawn && chanceWithin(drawn, 1)).toBeCloseTo(0.5, 0);
  });
});

describe('forecastAmount', () => {
  it('promises less with more confidence, within what the past allows', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 8 }), (past, periods) => {
        const totals = forecastAmount(
          { history: past, resampling: urnResampling, trials: 100, seed: '1' },
          periods,
        );
        const promised = [0.5, 0.7, 0.85, 0.95].map((confidence) => amountAt(totals, confidence));
        expect(promised).toEqual(promised.toSorted((a, b) => b - a));
        expect(promised[0]).toBeLessThanOrEqual(Math.max(...past) * periods);
        expect(promised[3]).toBeGreaterThanOrEqual(Math.min(...past) * periods);
      }),
    );
  });
});
