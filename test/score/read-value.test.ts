import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/item/value.js';
import type { ModelInput } from '../../src/score/define-model.js';
import { inputSchema } from '../../src/score/input-schema.js';
import { scoreModels } from '../../src/score/models/index.js';
import { readInputs } from '../../src/score/read-inputs.js';
import { readValue } from '../../src/score/read-value.js';

const base = {
  key: 'x',
  name: 'X',
  description: '',
  role: 'benefit',
  sign: 'non-negative',
} as const;
const number: ModelInput = base;
const percent: ModelInput = { ...base, kind: 'percent' };
const rate: ModelInput = { ...base, kind: 'rate', unit: 'week' };
const duration: ModelInput = { ...base, kind: 'duration', unit: 'week', sign: 'positive' };
const survey: ModelInput = { ...base, kind: 'survey' };

function read(value: Value, input: ModelInput) {
  const result = readValue(value, input);
  return result.ok ? result.value : result.fault;
}

describe('readValue', () => {
  it('reads a percentage the same in all its forms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 101, max: 9999 }), (thousandths) => {
        const text = String(thousandths / 100);
        const fraction = Number(`${text}e-2`);
        for (const form of [`${text}%`, `${text} %`, Number(text), text, fraction]) {
          expect(read(form, percent)).toBe(fraction);
        }
      }),
    );
    expect(['80%', 0.8, 80, '0.8', 1, '100%', 100, '0.5%'].map((v) => read(v, percent))).toEqual([
      0.8, 0.8, 0.8, 0.8, 1, 1, 1, 0.005,
    ]);
  });

  it.each<[Value, number]>([
    ['30000/month', 7000],
    ['30,000 / month', 7000],
    ['€30k/mo', 7000],
    ['1000 per day', 7000],
    ['USD 365000/year', 7000],
    ['7000/week', 7000],
    [7000, 7000],
    ['0/day', 0],
    ['1.5M/y', (1_500_000 * 7) / 365],
  ])('reads the rate %j in the unit asked for', (text, perWeek) => {
    expect(read(text, rate)).toBe(perWeek);
  });

  it.each<[Value, number]>([
    ['2w', 2],
    ['14d', 2],
    ['3 days', 3 / 7],
    ['7 mo', 30],
    ['1y', 365 / 7],
    [3, 3],
  ])('reads the duration %j in the unit asked for', (text, weeks) => {
    expect(read(text, duration)).toBe(weeks);
  });

  it.each<[Value, ModelInput, number, number | null, number, number]>([
    ['5..13', number, 5, null, 13, 9],
    ['5..8..13', number, 5, 8, 13, 8],
    ['0.5 .. 0.8', number, 0.5, null, 0.8, 0.65],
    ['60..90%', percent, 0.6, null, 0.9, 0.75],
    ['60%..90%', percent, 0.6, null, 0.9, 0.75],
    ['0.6..0.9', percent, 0.6, null, 0.9, 0.75],
    ['100..300/day', rate, 700, null, 2100, 1400],
    ['1..2w', duration, 1, null, 2, 1.5],
    ['7d..2w', duration, 1, null, 2, 1.5],
    ['-1..1', { ...number, sign: 'any' }, -1, null, 1, 0],
  ])('reads the range %j', (text, input, low, mode, high, value) => {
    expect(readValue(text, input)).toEqual({ ok: true, value, range: { low, mode, high } });
  });

  it.each<[Value, ModelInput, string]>([
    ['high', number, 'must be a number, not "high"'],
    [true, number, 'must be a number, not true'],
    ['13..5', number, 'must run from low to high, not "13..5"'],
    ['1..2..3..4', number, 'must be a number, not "1..2..3..4"'],
    ...['1...2', '5-13', '5 – 13', '5 to 13', '5…13'].map((text): [Value, ModelInput, string] => [
      text,
      number,
      `must be a number, not "${text}"; a range is written with two dots: 5..13`,
    ]),
    [[5, 13], number, 'must be a number, not a list; a range is written with two dots: 5..13'],
    ['top', number, 'must be a number, not "top"'],
    ['1e5 tons', number, 'must be a number, not "1e5 tons"'],
    ['-2..3', number, 'must be 0 or more, not -2..3'],
    ['1e999', number, 'must be a number, not "1e999"'],
    ['-10%', percent, 'must be 0 or more, not -10%'],
    ['30/fortnight', rate, 'must be money over time such as 30000/month, not "30/fortnight"'],
    ['30/constructor', rate, 'must be money over time such as 30000/month, not "30/constructor"'],
    ['0d', duration, 'must be above 0, not 0d'],
    ['soon', duration, 'must be a duration such as 3d or 2w, not "soon"'],
    [[], survey, 'is a survey without answers'],
    [{ A: 0 }, survey, 'is a survey without answers'],
    [{ B: 1 }, survey, 'has no category "B": A, O, M, I, R and Q are the six'],
    [{ A: -1 }, survey, 'must count 0 or more answers as A, not -1'],
    [
      [['like']],
      survey,
      'answer 1 must be a pair such as [like, dislike] (like, must-be, neutral, live-with, dislike) or a category',
    ],
    [
      { ...base, kind: 'choice' } as unknown as Value,
      survey,
      'has no category "key": A, O, M, I, R and Q are the six',
    ],
  ])('refuses %j', (value, input, fault) => {
    expect(read(value, input)).toBe(fault);
  });

  it.each<[Value, number, number]>([
    ['30..40k/week', 30_000, 40_000],
    ['500..1k/week', 500, 1000],
    ['30k..40k/week', 30_000, 40_000],
    ['EUR 30..40/week', 30, 40],
    ['30EUR..40EUR/week', 30, 40],
  ])('lets the k at the end of %j hold where it can', (text, low, high) => {
    expect(readValue(text, rate)).toMatchObject({ range: { low, high } });
  });

  it.each([
    ['must', ['Must', 'MUST', 'must have', 'Must-have', 'M', ' must ']],
    ['wont', ['wont', "won't", 'Won’t have', 'W']],
  ])('knows %s in any spelling', (word, forms) => {
    const moscow = scoreModels.find(({ id }) => id === 'moscow')?.inputs[0];
    if (!moscow) throw new Error('no moscow');
    for (const form of forms) expect(read(form, moscow)).toBe(word);
    for (const other of ['', 'have', 'would', 'x', 1]) expect(read(other, moscow)).not.toBe(word);
    const alike = { ...moscow, choices: ['small', 'special'] };
    expect(read('s', alike)).toBe('must be small or special, not "s"');
  });

  it('counts two columns of answers, and categories by name', () => {
    const columns = { functional: ['like', 'I expect it'], dysfunctional: ['dislike', 5] };
    expect(read(columns, survey)).toEqual({ A: 0, O: 1, M: 1, I: 0, R: 0, Q: 0 });
    expect(read({ functional: ['like', 'like'], dysfunctional: ['like'] }, survey)).toContain(
      'answer 2',
    );
    const named = { Attractive: 7, 'one dimensional': 33, 'must-be': 50, indifferent: 10 };
    expect(read(named, survey)).toEqual({ A: 7, O: 33, M: 50, I: 10, R: 0, Q: 0 });
  });

  it('counts raw answers, in any spelling', () => {
    const answers = [
      ['like', 'dislike'],
      'like/live-with',
      [2, 5],
      { functional: 'Must be', dysfunctional: 'dislike' },
      'I',
      ['dislike', 'like'],
      ['like', 'like'],
      ['I like it', 'I can live with it that way'],
      ["I'm neutral", 'I dislike it'],
      'expect it / tolerate',
    ];
    expect(read(answers, survey)).toEqual({ A: 2, O: 1, M: 3, I: 2, R: 1, Q: 1 });
  });
});

const hostile: fc.Arbitrary<Value> = fc.oneof(
  fc.double(),
  fc.constantFrom<Value>(0, -0, 5e-324, 1.7e308, Number.NaN, Number.POSITIVE_INFINITY),
  fc.constantFrom<Value>('1e308..1.7e308', '1e-320%', '1e300M/day', '..', '%', '/', '1/0', 'NaN'),
  fc.stringMatching(/^[0-9.%/dwmk-]{0,8}$/),
  fc.string(),
  fc.jsonValue() as fc.Arbitrary<Value>,
  fc.constant(Object.create(null) as Value),
  fc.array(fc.constantFrom<Value>('like', 1, 5, null, 'A')),
);

describe('every model, whatever stands in the file', () => {
  it.each(scoreModels.filter(({ lacks }) => lacks === undefined))(
    '$id gives finite numbers or says why not',
    async (model) => {
      const { scoreItem } = await import('../../src/score/score-item.js');
      const keys = fc.constantFrom(...model.inputs.map(({ key }) => key), model.id);
      fc.assert(
        fc.property(fc.dictionary(keys, hostile), fc.option(fc.double()), (fields, points) => {
          const result = scoreItem({ score: fields, points }, model);
          const numbers = [
            result.score,
            result.benefit,
            ...Object.values(result.inputs),
            ...Object.values(result.details ?? {}),
          ].flatMap((one) =>
            typeof one === 'object' && one !== null ? Object.values(one) : [one],
          );
          for (const one of numbers)
            if (typeof one === 'number') expect(Number.isFinite(one)).toBe(true);
          if (result.score === null)
            expect(result.missing.length + result.invalid.length).toBeGreaterThan(0);
        }),
      );
    },
  );

  it.each(scoreModels.filter(({ lacks }) => lacks === undefined))(
    '$id has a schema that refuses what reading refuses',
    (model) => {
      const schema = inputSchema(model);
      for (const { inputs } of model.examples) expect(schema.safeParse(inputs).success).toBe(true);
      const keys = fc.constantFrom(...model.inputs.map(({ key }) => key));
      fc.assert(
        fc.property(fc.dictionary(keys, hostile, { noNullPrototype: true }), (fields) => {
          // An explicit null is no value when reading, and left out of a schema's optional keys.
          const given = Object.fromEntries(
            Object.entries(fields).filter(([, value]) => value !== null),
          );
          const { invalid } = readInputs({ score: given, points: null }, model);
          if (invalid.length > 0) expect(schema.safeParse(given).success).toBe(false);
        }),
      );
    },
  );
});
