import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields, Value } from '../../src/item/value.js';
import { wsjf } from '../../src/score/models/wsjf.js';
import { readInputs } from '../../src/score/read-inputs.js';
import { scoreItem } from '../../src/score/score-item.js';

describe('readInputs', () => {
  it('takes size from points and names what is missing', () => {
    expect(readInputs({ score: { value: 8 }, points: 5 }, wsjf)).toEqual({
      inputs: { value: 8, size: 5 },
      missing: ['urgency', 'risk'],
      invalid: [],
      warnings: [],
    });
  });

  it('lets the model win over the shared key', () => {
    const score = { value: 8, urgency: 5, risk: 3, size: 2, wsjf: { value: 13 } };
    expect(readInputs({ score, points: 5 }, wsjf).inputs).toEqual({
      value: 13,
      urgency: 5,
      risk: 3,
      size: 2,
    });
  });

  it('names the field of what is unsound', () => {
    const score = { value: 'high', urgency: -1, wsjf: { risk: [3] } };
    expect(readInputs({ score, points: 0 }, wsjf).invalid.map(({ message }) => message)).toEqual([
      'score.value must be a number, not "high"',
      'score.urgency must be 0 or more, not -1',
      'score.wsjf.risk must be a number, not a list',
      'points must be above 0, not 0',
    ]);
  });

  it('warns outside the suggested scale, but not about points', () => {
    const score = { value: 4, urgency: 5, risk: 3 };
    const { warnings, inputs } = readInputs({ score, points: 7 }, wsjf);
    expect(inputs).toEqual({ value: 4, urgency: 5, risk: 3, size: 7 });
    expect(warnings.map(({ message }) => message)).toEqual([
      'score.value is not on the suggested scale (1 to 20)',
    ]);
  });

  it('treats null and an absent map as missing', () => {
    expect(readInputs({ score: undefined, points: null }, wsjf).missing).toHaveLength(4);
    expect(readInputs({ score: { value: null, wsjf: null }, points: 1 }, wsjf).missing).toEqual([
      'value',
      'urgency',
      'risk',
    ]);
  });
});

describe('scoreItem', () => {
  it('knows the benefit of an item that has no size', () => {
    const result = scoreItem({ score: { value: 8, urgency: 5, risk: 3 }, points: null }, wsjf);
    expect([result.score, result.benefit, result.missing]).toEqual([null, 16, ['size']]);
  });

  it('never gives out NaN or Infinity', () => {
    const oddValue: fc.Arbitrary<Value> = fc.oneof(
      fc.double(),
      fc.constantFrom<Value>(0, -0, 5e-324, 1.7e308, Number.NaN, Number.POSITIVE_INFINITY),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
    );
    const keys = fc.constantFrom('value', 'urgency', 'risk', 'size');
    const score = fc
      .dictionary(keys, oddValue)
      .chain((shared) =>
        fc.dictionary(keys, oddValue).map((own): Fields => ({ ...shared, wsjf: own })),
      );
    fc.assert(
      fc.property(score, fc.option(fc.double()), (fields, points) => {
        const result = scoreItem({ score: fields, points }, wsjf);
        for (const value of [result.score, result.benefit, ...Object.values(result.inputs)]) {
          expect(value === null || Number.isFinite(value)).toBe(true);
        }
        if (result.score === null) {
          expect(result.missing.length + result.invalid.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
