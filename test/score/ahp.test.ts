import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComparisonSettings, readComparisons } from '../../src/score/ahp/read-comparisons.js';
import { solveComparisons } from '../../src/score/ahp/solve-comparisons.js';
import { load, score } from './support.js';

function solve(settings: ComparisonSettings, index?: 'saaty-2005') {
  const read = readComparisons(settings);
  const solved = read.ok ? solveComparisons(read.value, index) : read;
  if (!solved.ok) throw new Error(solved.problems[0]?.message);
  return solved.value;
}

type Rows = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Rows as text, as books print them. */
function fromRows(...rows: readonly string[]): ComparisonSettings {
  const matrix = rows.map((row) => row.split(' '));
  return { criteria: rows.map((_, index) => `c${index + 1}`), matrix };
}

describe('published matrices', () => {
  it.each([
    {
      // T. L. Saaty, "How to make a decision", European Journal of Operational Research 48 (1990).
      name: 'eight criteria of a house',
      rows: [
        '1 5 3 7 6 6 1/3 1/4',
        '1/5 1 1/3 5 3 3 1/5 1/7',
        '1/3 3 1 6 3 4 6 1/5',
        '1/7 1/5 1/6 1 1/3 1/4 1/7 1/8',
        '1/6 1/3 1/3 3 1 1/2 1/5 1/6',
        '1/6 1/3 1/4 4 2 1 1/5 1/6',
        '3 5 1/6 7 5 5 1 1/2',
        '4 7 5 8 6 6 2 1',
      ],
      weights: [0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333],
      lambda: 9.669,
      ratio: 0.169,
    },
    {
      // https://github.com/PhilipGriffith/AHPy, README: a, b, c, d; its ratio is by another index.
      name: 'four of a library',
      rows: ['1 1 5 2', '1 1 3 4', '1/5 1/3 1 3/4', '1/2 1/4 4/3 1'],
      weights: [0.3742, 0.3917, 0.0991, 0.1349],
      lambda: 4.0925,
      ratio: 0.0342,
    },
  ])('$name', ({ rows, weights, lambda, ratio }) => {
    const solved = solve(fromRows(...rows));
    const digits = (value: number, like: number) =>
      Number(value.toFixed(String(like).split('.')[1]?.length ?? 0));
    const places = Math.max(...weights.map((weight) => String(weight).length)) - 2;
    expect(solved.weights.map((weight) => Number(weight.toFixed(places)))).toEqual(weights);
    expect(digits(solved.lambdaMax, lambda)).toBe(lambda);
    expect(digits(solved.consistencyRatio, ratio)).toBe(ratio);
  });
});

describe('solveComparisons', () => {
  it('gives back the weights that consistent judgements came from, whole or in part', () => {
    const cases = fc
      .integer({ min: 2, max: 9 })
      .chain((size) =>
        fc.tuple(
          fc.array(fc.integer({ min: 1, max: 9 }), { minLength: size, maxLength: size }),
          fc.array(fc.boolean(), { minLength: size * size, maxLength: size * size }),
        ),
      );
    fc.assert(
      fc.property(cases, ([values, keeps]) => {
        const comparisons: Record<string, Record<string, string>> = {};
        for (const [a, x] of values.entries()) {
          for (const [b, y] of values.entries()) {
            // Neighbours are always compared, so that everything stays linked.
            if (a >= b || !(b === a + 1 || keeps[a * values.length + b])) continue;
            comparisons[`c${a}`] = { ...comparisons[`c${a}`], [`c${b}`]: `${x}/${y}` };
          }
        }
        const solved = solve({ criteria: values.map((_, index) => `c${index}`), comparisons });
        const sum = values.reduce((total, value) => total + value, 0);
        for (const [index, value] of values.entries()) {
          expect(solved.weights[index]).toBeCloseTo(value / sum, 6);
        }
        expect(solved.consistencyRatio).toBeLessThan(1e-6);
      }),
    );
  });

  // Both from Bozóki, Fülöp and Rónyai (2010), as https://github.com/PhilipGriffith/AHPy has them.
  it.each<[string, Rows, Rows]>([
    ['four', { a: { b: 1, c: 5, d: 2 }, b: { c: 3, d: 4 } }, { c: { d: 0.730297 } }],
    [
      'the eight of a house',
      {
        a: { b: 5, c: 3, d: 7, e: 6, f: 6 },
        b: { d: 5, f: 3 },
        c: { e: 3, g: 6 },
        f: { d: 4 },
        g: { a: 3, e: 5 },
        h: { a: 4, b: 7, d: 8, f: 6 },
      },
      {
        b: { c: 0.330019, e: 1.719741, g: 0.466352 },
        c: { d: 9.920513, f: 4.852486, h: 0.569607 },
        d: { e: 0.525277, g: 0.142444 },
        e: { f: 0.931197, h: 0.109308 },
        f: { g: 0.291212 },
        g: { h: 0.40309 },
      },
    ],
  ])('completes %s as published, so that they contradict each other least', (_, given, gaps) => {
    const partial = solve({ comparisons: given });
    const merge = (change: number): ComparisonSettings => {
      const rows = Object.entries(gaps).map(([row, cells]) => {
        const scaled = Object.entries(cells).map(([key, ratio]) => [key, ratio * change]);
        return [row, { ...given[row], ...Object.fromEntries(scaled) }] as const;
      });
      return { criteria: partial.names, comparisons: { ...given, ...Object.fromEntries(rows) } };
    };
    const full = solve(merge(1));
    expect(partial.missing).toBe(Object.values(gaps).flatMap(Object.keys).length);
    expect(full.missing).toBe(0);
    for (const [index, weight] of full.weights.entries()) {
      expect(partial.weights[index]).toBeCloseTo(weight, 5);
    }
    expect(full.lambdaMax).toBeCloseTo(partial.lambdaMax, 7);
    for (const change of [0.95, 1.05]) {
      expect(solve(merge(change)).lambdaMax).toBeGreaterThan(partial.lambdaMax);
    }
  });

  it('prints the weights that AHPy prints for the four', () => {
    const { weights } = solve({ comparisons: { a: { b: 1, c: 5, d: 2 }, b: { c: 3, d: 4 } } });
    expect(weights.map((weight) => weight.toFixed(4))).toEqual([
      '0.3738',
      '0.3920',
      '0.0985',
      '0.1357',
    ]);
  });

  it('takes either random index of Saaty', () => {
    const rows = fromRows('1 4 3 7', '1/4 1 1/3 3', '1/3 3 1 5', '1/7 1/3 1/5 1');
    const ratio = solve(rows).consistencyRatio / solve(rows, 'saaty-2005').consistencyRatio;
    expect(ratio).toBeCloseTo(0.89 / 0.9, 12);
  });
});

describe('rank.ahp', () => {
  it('weighs ratings, says its weights, and warns of contradictions', async () => {
    const model = await load(
      { ahp: { comparisons: { a: { b: 9, c: '1/9' }, b: { c: 9 } } } },
      'ahp',
    );
    expect(model.inputs.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(model.warnings?.[0]).toMatch(/contradict each other: consistency ratio \d\.\d+/);
    expect(score(model, { a: 3, b: 3, c: 3 }).score).toBeCloseTo(3, 12);
    expect(score(model, { a: 3 }).missing).toEqual(['b', 'c']);
    const calm = await load({ ahp: { comparisons: { a: { b: 3 } } } }, 'ahp');
    expect([calm.warnings, calm.facts?.at(-1)]).toEqual([[], ['consistency ratio', '0.000']]);
  });

  it.each<[ComparisonSettings, RegExp]>([
    [{}, /compare at least two/],
    [{ criteria: ['a', 'b', 'c'], comparisons: { a: { b: 2 } } }, /no comparison links c to a/],
    [{ comparisons: { a: { b: 0 } } }, /rank.ahp.comparisons.a.b: a number above 0/],
    [{ comparisons: { a: { b: '1/0' } } }, /a number above 0/],
    [{ comparisons: { a: { b: 'x' } } }, /a number above 0/],
    [
      { comparisons: { a: { b: 1e300, c: 1 } } },
      /a number above 0 such as 3 or 1\/3, at most 1000/,
    ],
    [{ comparisons: { a: { b: 3 }, b: { a: 3 } } }, /contradicts/],
    [{ comparisons: { a: { a: 3, b: 1 } } }, /with itself it is 1/],
    [{ criteria: ['a', 'b'], comparisons: { a: { c: 3 } } }, /c is not among the criteria/],
    [{ criteria: ['a', 'b'], matrix: [[1, 2]] }, /2 rows of 2/],
  ])('refuses %j', async (ahp, message) => {
    await expect(load({ ahp: ahp as never }, 'ahp')).rejects.toThrow(message);
  });

  it('takes printed reciprocals for what they stand for', () => {
    expect(solve(fromRows('1 3', '0.33 1')).weights).toEqual(
      solve(fromRows('1 3', '1/3 1')).weights,
    );
  });
});
