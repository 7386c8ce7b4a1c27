import { describe, expect, it } from 'vitest';
import { readComparisons } from '../../src/score/ahp/read-comparisons.js';
import { solveComparisons } from '../../src/score/ahp/solve-comparisons.js';
import { evaluateKano } from '../../src/score/models/kano.js';
import { moscow, shareEffort } from '../../src/score/models/moscow.js';
import { type RankableItem, rankItems } from '../../src/score/ranking.js';
import { classifyKano, kanoAnswers } from '../../src/score/read-survey.js';
import { hasGolden, load, readGolden, roundLike, score, skipped } from './support.js';

type Rows = readonly { readonly rows: readonly Readonly<Record<string, number>>[] }[];

function rowsOf(name: string) {
  const rows = readGolden<Rows>(name).flatMap((one) => one.rows);
  expect(rows.length).toBeGreaterThan(0);
  return rows;
}

describe.skipIf(!hasGolden())(skipped, () => {
  it('wsjf', async () => {
    const model = await load({}, 'wsjf');
    for (const row of rowsOf('wsjf')) {
      const fields = { value: row['ubv'] ?? 0, urgency: row['tc'] ?? 0, risk: row['rr'] ?? 0 };
      const result = score(model, fields, row['size'] ?? 0);
      expect(result.benefit).toBe(row['cod']);
      expect(roundLike(result.score, row['wsjf'] ?? 0)).toBe(row['wsjf']);
    }
  });

  it.each(['rice', 'ice', 'opportunity'])('%s', async (name) => {
    const model = await load({}, name);
    for (const { id: _, score: published = 0, ...fields } of rowsOf(name)) {
      expect(roundLike(score(model, fields).score, published)).toBe(published);
    }
  });

  it('kano: the table and the coefficients', () => {
    const golden = readGolden<{
      readonly table_rows_functional_cols_dysfunctional: { readonly grid: readonly string[] };
      readonly examples: readonly {
        readonly rows: readonly Readonly<
          Record<'A' | 'O' | 'M' | 'I' | 'better' | 'worse', number> & {
            id: string;
            note?: string;
          }
        >[];
      }[];
    }>('kano');
    const grid = kanoAnswers.map((there) =>
      kanoAnswers.map((absent) => classifyKano(there, absent)).join(''),
    );
    expect(grid).toEqual(golden.table_rows_functional_cols_dysfunctional.grid);
    // The notes say which two cells were printed from numbers before rounding.
    const fromCounts: Readonly<Record<string, object>> = {
      'Ease of turn': { worse: -0.77 },
      Service: { better: 0.88 },
    };
    for (const { id, A, O, M, I, better, worse, note } of golden.examples.flatMap((e) => e.rows)) {
      const result = evaluateKano({ A, O, M, I, R: 0, Q: 0 });
      expect(id in fromCounts).toBe(note !== undefined);
      expect({
        better: roundLike(result.better, better),
        worse: roundLike(result.worse, worse),
      }).toEqual({ better, worse, ...fromCounts[id] });
    }
  });

  it('ahp: weights, eigenvalue and consistency', () => {
    const { drinks } = readGolden<{
      readonly drinks: {
        readonly names: readonly string[];
        readonly matrix: readonly (readonly (number | string)[])[];
        readonly weights: readonly number[];
        readonly cr: number;
        readonly lambda_max: number;
      };
    }>('ahp');
    const read = readComparisons({ criteria: drinks.names, matrix: drinks.matrix });
    const solved = read.ok ? solveComparisons(read.value) : read;
    if (!solved.ok) throw new Error(solved.problems[0]?.message);
    expect(solved.value.weights.map((w) => Number(w.toFixed(3)))).toEqual(drinks.weights);
    expect(Number(solved.value.consistencyRatio.toFixed(3))).toBe(drinks.cr);
    expect(Number(solved.value.lambdaMax.toFixed(4))).toBe(drinks.lambda_max);
  });

  it('moscow: effort by priority', () => {
    const golden = readGolden<{
      readonly items: readonly (readonly [number, string, number])[];
      readonly computed: Readonly<Record<string, number>>;
    }>('moscow');
    const items = golden.items.map(([id, word, points]) => ({
      id: String(id),
      inputs: { moscow: word.toLowerCase() },
      points,
    }));
    const shares = shareEffort(items);
    for (const word of ['must', 'should', 'could'] as const) {
      expect(shares[word].points).toBe(golden.computed[`${word}_points`]);
      expect(Number((shares[word].share * 100).toFixed(2))).toBe(golden.computed[`${word}_pct`]);
    }
    expect(moscow.assess?.(items)).toEqual([]);
  });

  it('cd3: own, and with what waits for it', async () => {
    const [magennis] =
      readGolden<
        readonly {
          readonly rows: readonly {
            readonly id: number;
            readonly days: number;
            readonly prereq: number | null;
            readonly value: number;
            readonly unit: string;
            readonly own: number;
            readonly incl: number;
            readonly rank: number;
            readonly total_cod_incl?: number;
          }[];
        }[]
      >('cd3');
    const rows = magennis?.rows ?? [];
    const model = await load({ cd3: { unit: 'day' } }, 'cd3');
    const items = rows.map(
      (row, index): RankableItem => ({
        id: String(row.id),
        score: { delay_cost: `${row.value}/${row.unit}`, duration: `${row.days}d` },
        points: null,
        depends: row.prereq === null ? [] : [String(row.prereq)],
        position: index,
      }),
    );
    const ranked = rankItems(items, model, { inherited: true });
    if (!ranked.ok) throw new Error('not ranked');
    expect(ranked.value).toHaveLength(4);
    for (const { id, position, score: total, derived, benefit } of ranked.value) {
      const row = rows.find((one) => String(one.id) === id);
      expect(total).toBeCloseTo(row?.incl ?? -1, 9);
      expect(derived?.own).toBeCloseTo(row?.own ?? -1, 9);
      expect(position).toBe(row?.rank);
      if (row?.total_cod_incl !== undefined) expect(benefit).toBe(row.total_cod_incl);
    }
  });
});
