import { describe, expect, it } from 'vitest';
import { backtestHistory, summarizeBacktest } from '../../src/plan/backtest.js';
import { plainResampling, urnResampling } from '../../src/plan/resample.js';
import { seedRandom } from '../../src/text/random.js';

const common = { trials: 400, seed: '1' };

describe('backtestHistory', () => {
  it('forecasts from what was known, and only what came', () => {
    const history = [5, 5, 5, 5, 5, 9, 1];
    const cases = backtestHistory({ ...common, history, resampling: plainResampling });
    expect(cases.map(({ known, horizon, actual }) => [known, horizon, actual])).toEqual([
      [5, 1, 9],
      [5, 2, 10],
      [6, 1, 1],
    ]);
    expect(cases[1]?.promised).toEqual([10, 10, 10, 10]);
    const { held, brier } = summarizeBacktest(cases);
    expect(held.map(({ share }) => share)).toEqual([2 / 3, 2 / 3, 2 / 3, 2 / 3]);
    expect(brier).toBeCloseTo(
      [0.5, 0.7, 0.85, 0.95].reduce((sum, c) => sum + 2 * (c - 1) ** 2 + c ** 2, 0) / 12,
    );
  });

  it('has nothing to say of five sprints', () => {
    const cases = backtestHistory({
      ...common,
      history: [1, 2, 3, 4, 5],
      resampling: urnResampling,
    });
    expect(summarizeBacktest(cases)).toMatchObject({ cases: 0, brier: null });
  });

  it('is less sure than plain resampling where the pace wanders', () => {
    const random = seedRandom('wander');
    let pace = 30;
    const history = Array.from({ length: 120 }, () => {
      pace = Math.max(8, pace + (random() - 0.5) * 8);
      return Math.round(pace * (0.6 + 0.8 * random()));
    });
    const errorOf = (resampling: typeof plainResampling) => {
      const cases = backtestHistory({ ...common, history, resampling, known: 10, horizons: [6] });
      const { held } = summarizeBacktest(cases);
      return held.reduce((sum, { confidence, share }) => sum + Math.abs(share - confidence), 0);
    };
    expect(errorOf(urnResampling)).toBeLessThan(errorOf({ ...plainResampling, window: 10 }));
  });
});
