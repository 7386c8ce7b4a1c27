import { describe, expect, it } from 'vitest';
import type { Fields } from '../../src/item/value.js';
import type { ScoreModel } from '../../src/score/define-model.js';
import { loadModel } from '../../src/score/load-model.js';
import { findModel, scoreModels } from '../../src/score/models/index.js';
import { scoreItem } from '../../src/score/score-item.js';
import { roundLike } from './support.js';

describe.each(scoreModels)('model $id', (model) => {
  it('has its worked examples come out as published', async () => {
    expect(model.examples.length).toBeGreaterThan(0);
    for (const { name, inputs, score, settings } of model.examples) {
      const loaded = await loadModel({ rank: { model: model.id, ...settings } });
      if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
      const result = scoreItem({ score: inputs as Fields, points: null }, loaded.value);
      expect(result).toMatchObject({ missing: [], invalid: [], warnings: expect.anything() });
      expect([name, roundLike(result.score, score)]).toEqual([name, score]);
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

  it('says whom it is from, and what it does', () => {
    expect(model.source.length).toBeGreaterThan(10);
    expect(model.summary).toMatch(/^[A-Z].*\.$/);
  });
});

describe('a model that backlog.yaml changes', () => {
  it('says what it lacks, and scores nothing until it has it', async () => {
    for (const id of ['weighted', 'ahp', 'formula']) {
      const model = findModel(id) as ScoreModel;
      const result = scoreItem({ score: { value: 1 }, points: 1 }, model);
      expect(result).toMatchObject({ score: null, benefit: null });
      expect(result.invalid[0]?.message).toBe(model.lacks);
      const loaded = await loadModel({ rank: { model: id } });
      expect(loaded).toMatchObject({ ok: false, problems: [{ message: model.lacks }] });
    }
  });

  it('is unknown by a name that is no model', async () => {
    expect(await loadModel({ rank: { model: 'wsfj' } })).toEqual({
      ok: false,
      problems: [
        {
          kind: 'usage',
          message: `unknown scoring model "wsfj". Did you mean wsjf? (${scoreModels.map(({ id }) => id).join(', ')})`,
        },
      ],
    });
  });
});
