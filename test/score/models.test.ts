import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findModel, scoreModels } from '../../src/score/models/index.js';
import { wsjf } from '../../src/score/models/wsjf.js';
import { scoreItem } from '../../src/score/score-item.js';

describe.each(scoreModels)('model $id', (model) => {
  it('has its worked examples come out as published', () => {
    expect(model.examples.length).toBeGreaterThan(0);
    for (const { name, inputs, score } of model.examples) {
      expect([name, roundLike(model.score(inputs), score)]).toEqual([name, score]);
    }
  });

  it('can be asked for: every input says what it is, scales ascend', () => {
    expect(findModel(model.id)).toBe(model);
    for (const { key, name, description, scale = [] } of model.inputs) {
      expect([key, name !== '', description.length > 20]).toEqual([key, true, true]);
      expect([...scale].sort((a, b) => a - b)).toEqual([...scale]);
      expect(model.formula).toContain(key);
    }
  });
});

const golden = '../shared/data/golden/wsjf.json';

interface GoldenCase {
  readonly source: string;
  readonly rows: readonly {
    readonly id: string;
    readonly ubv: number;
    readonly tc: number;
    readonly rr: number;
    readonly size: number;
    readonly cod: number;
    readonly wsjf: number;
  }[];
}

describe.skipIf(!existsSync(golden))(`published examples (skipped without ${golden})`, () => {
  it('come out to the printed digits', () => {
    const cases = JSON.parse(readFileSync(golden, 'utf8')) as GoldenCase[];
    const rows = cases.flatMap((one) => one.rows);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const score = { value: row.ubv, urgency: row.tc, risk: row.rr };
      const result = scoreItem({ score, points: row.size }, wsjf);
      expect([row.id, result.benefit, roundLike(result.score ?? -1, row.wsjf)]).toEqual([
        row.id,
        row.cod,
        row.wsjf,
      ]);
    }
  });
});

// Rounds to the two digits publications print, unless the published number shows more.
function roundLike(value: number, published: number): number {
  const digits = Math.max(2, String(published).split('.')[1]?.length ?? 0);
  return Number(value.toFixed(digits));
}
