import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleNumbers } from '../../src/plan/solver/scale-numbers.js';

describe('scaleNumbers', () => {
  it('finds the coarsest common step', () => {
    expect(scaleNumbers([200, 300, 500])).toEqual({ integers: [2, 3, 5], step: 100, exact: true });
    expect(scaleNumbers([0.5, 2, 0.75])).toEqual({ integers: [2, 8, 3], step: 0.25, exact: true });
    expect(scaleNumbers([0.1 + 0.2, 0.3])).toEqual({
      integers: [1, 1],
      step: expect.closeTo(0.3, 12),
      exact: true,
    });
    expect(scaleNumbers([1 / 3, 2 / 3, 1]).integers).toEqual([1, 2, 3]);
    expect(scaleNumbers([0, 0])).toMatchObject({ integers: [0, 0], exact: true });
    expect(scaleNumbers([])).toMatchObject({ integers: [], exact: true });
  });

  it('rounds numbers that share no step to nine digits of their sum, and says so', () => {
    const { integers, step, exact } = scaleNumbers([Math.PI, Math.E, 1e-12]);
    expect(exact).toBe(false);
    expect(integers.map((each) => each * step)).toEqual([
      expect.closeTo(Math.PI, 7),
      expect.closeTo(Math.E, 7),
      0,
    ]);
  });

  it('never loses more than half a step, and keeps sums exact', () => {
    const numbers = fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(numbers, (values) => {
        const { integers, step } = scaleNumbers(values);
        for (const [index, value] of values.entries()) {
          const back = (integers[index] ?? Number.NaN) * step;
          expect(Math.abs(back - value)).toBeLessThanOrEqual(step * 0.5 + Math.abs(value) * 1e-11);
        }
        expect(integers.every(Number.isSafeInteger)).toBe(true);
      }),
    );
  });
});
