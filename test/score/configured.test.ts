import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../src/backlog/settings.js';
import { loadModel } from '../../src/score/load-model.js';
import { moscow, shareEffort } from '../../src/score/models/moscow.js';
import { load, score } from './support.js';

describe('formula', () => {
  it.each<[string, object, number | null]>([
    ['(value * 2 + urgency) / points', { value: 8, urgency: 4 }, 4],
    ['value ** 2 - -risk % 3', { value: 3, risk: 5 }, 11],
    ['max(value, risk, 4) + min(value, 2)', { value: 3, risk: 5 }, 7],
    ['value > 5 ? 100 : value >= 3 && risk != 0 ? 10 : 1', { value: 4, risk: 1 }, 10],
    ['sqrt(value) * pow(2, 3) + round(2.5) + !risk', { value: 9, risk: 0 }, 28],
    ['reach * confidence', { reach: 10, confidence: '80%' }, 8],
    ['delay_cost / duration', { delay_cost: '14/w', duration: '14d' }, 7],
  ])('%s', async (formula, fields, expected) => {
    const model = await load({ formula }, 'formula');
    expect(score(model, fields as never, 5).score).toBe(expected);
  });

  it.each<[string, string]>([
    ['valeu * 2', 'rank.formula: unknown name "valeu". Did you mean value?'],
    ['constructor', 'unknown name "constructor"'],
    ['value.constructor', 'only numbers, names'],
    ['value["x"]', 'only numbers, names'],
    ['process.exit(1)', 'unknown function ""'],
    ['constructor(1)', 'unknown function "constructor"'],
    ['maks(value)', 'Did you mean max?'],
    ['sqrt(value, 2)', 'sqrt takes 1 numbers'],
    ['min()', 'min takes one or more numbers'],
    ['"a" + value', '"a" is not a number'],
    ['value ^ 2', 'a power is **'],
    ['~value', '~ is not supported'],
    ['value = 2', 'rank.formula:'],
    ['value +', 'rank.formula:'],
    ['', 'rank.formula:'],
    ['value; risk', 'only numbers, names'],
    ['this', 'only numbers, names'],
    ['[value]', 'only numbers, names'],
    [`${'('.repeat(300)}value${')'.repeat(300)}`, 'at most 500 characters'],
  ])('refuses %s', async (formula, message) => {
    await expect(load({ formula }, 'formula')).rejects.toThrow(message);
  });

  it('says what is no number instead of printing one', async () => {
    const model = await load({ formula: 'value / (risk - 1)' }, 'formula');
    const result = score(model, { value: 1, risk: 1 });
    expect([result.score, result.benefit]).toEqual([null, null]);
    expect(result.invalid[0]?.message).toBe(
      'value / (risk - 1) is not a finite number with value 1, risk 1',
    );
    expect(score(model, { value: 1 }).missing).toEqual(['risk']);
  });

  it('knows its benefit: what stands over the sizes, or what is declared', async () => {
    const sized = await load({ formula: '(value + urgency) / points' }, 'formula');
    const fields = { value: 8, urgency: 4 };
    expect(score(sized, fields, 3)).toMatchObject({ score: 4, benefit: 12 });
    expect(score(sized, fields)).toMatchObject({ score: null, benefit: 12, missing: ['points'] });
    const other = await load({ formula: 'value / risk' }, 'formula');
    expect(score(other, { value: 8, risk: 2 })).toMatchObject({ score: 4, benefit: 4 });
    const declared = await load(
      { formula: { score: 'value / risk', benefit: 'value' } },
      'formula',
    );
    expect(score(declared, { value: 8, risk: 2 })).toMatchObject({ score: 4, benefit: 8 });
  });

  it('takes inputs that are declared, and number fields of the team', async () => {
    const model = await load(
      { formula: { score: 'seats * fit', inputs: { fit: { kind: 'percent' }, seats: {} } } },
      'formula',
    );
    expect(score(model, { seats: 20, fit: 50 }).score).toBe(10);
    const loaded = await loadModel({
      rank: { model: 'formula', formula: 'customers * 2' },
      fields: { customers: 'number' },
    });
    if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
    const { scoreItem } = await import('../../src/score/score-item.js');
    const item = { score: undefined, points: null, field: () => 7 };
    expect(scoreItem(item, loaded.value).score).toBe(14);
  });
});

describe('weighted', () => {
  it('adds up ratings times weights; a negative weight is a cost', async () => {
    const criteria = { revenue: '60%', retention: 0.4, risk: { weight: -1, scale: [1, 5] } };
    const model = await load({ weighted: { criteria } }, 'weighted');
    const result = score(model, { revenue: 10, retention: 5, risk: 2 });
    expect(result.score).toBe(6);
    expect(result.warnings.map(({ key }) => key)).toEqual(['risk']);
  });

  it.each<[Record<string, number | string>, RegExp]>([
    [{ a: 0, b: 0 }, /rank.weighted.criteria: all weights are 0/],
    [{}, /all weights are 0/],
    [{ a: 'much' }, /rank.weighted.criteria.a: a weight is/],
    [{ a: Number.POSITIVE_INFINITY }, /a weight is/],
  ])('refuses %j', async (criteria, message) => {
    await expect(load({ weighted: { criteria } }, 'weighted')).rejects.toThrow(message);
  });
});

describe('other settings', () => {
  it('take the mean of ice, the unit of cd3, and the middle of the quadrants', async () => {
    const ice = await load({ ice: { mode: 'mean' } }, 'ice');
    expect(score(ice, { impact: 9, confidence: 6, ease: 3 }).score).toBe(6);
    const fields = { delay_cost: '30000/month', duration: '3d' };
    expect(score(await load({ cd3: { unit: 'month' } }, 'cd3'), fields)).toMatchObject({
      benefit: 30_000,
      inputs: { delay_cost: 30_000, duration: 0.1 },
    });
    expect(score(await load({}, 'cd3'), fields).benefit).toBe(7000);
    const quadrant = async (value: number, effort: number, bounds = {}) =>
      score(await load({ 'value-effort': bounds }, 'value-effort'), { value, effort }).details;
    expect(await quadrant(8, 2)).toEqual({ quadrant: 'quick win' });
    expect(await quadrant(8, 8)).toEqual({ quadrant: 'big bet' });
    expect(await quadrant(2, 2)).toEqual({ quadrant: 'fill-in' });
    expect(await quadrant(2, 8)).toEqual({ quadrant: 'money pit' });
    expect(await quadrant(8, 8, { effort: 9 })).toEqual({ quadrant: 'quick win' });
  });

  it('are read from backlog.yaml', () => {
    const rank = {
      model: 'cd3',
      cd3: { unit: 'day', currency: 'EUR' },
      ice: { mode: 'mean' },
      'value-effort': { value: 5 },
      weighted: { criteria: { revenue: '40%', reach: { weight: 2, name: 'Reach' } } },
      ahp: {
        criteria: ['a', 'b'],
        matrix: [
          [1, '1/3'],
          [null, 1],
        ],
      },
      formula: { score: 'value', inputs: { value: { kind: 'number' } } },
      derived: { demand: true, goals: true, inherited: true },
    };
    const parsed = parseSettings({ rank });
    expect(parsed.ok && parsed.value.rank).toEqual(rank);
    expect(parseSettings({ rank: { derived: { demad: true } } }).ok).toBe(false);
  });

  it('warn when Must takes more than 60 % of the effort', () => {
    const items = [
      { id: 'A', inputs: { moscow: 'must' }, points: 7 },
      { id: 'B', inputs: { moscow: 'could' }, points: 3 },
      { id: 'C', inputs: { moscow: 'wont' }, points: 90 },
      { id: 'D', inputs: { moscow: 'should' }, points: null },
    ];
    expect(shareEffort(items).must).toEqual({ items: 1, points: 7, share: 0.7 });
    expect(moscow.assess?.(items)).toEqual([
      'Must takes 70 % of the effort (7 of 10 points); DSDM allows at most 60 %, so that there is something to give',
      '1 of 3 items have no points and are not in these shares',
    ]);
    expect(moscow.assess?.([{ id: 'A', inputs: { moscow: 'must' }, points: 0 }])).toEqual([]);
  });

  it('find a Kano category by M > O > A > I, and no coefficients where nobody cares', async () => {
    const model = await load({}, 'kano');
    const details = (kano: object) => score(model, { kano } as never).details;
    expect(details({ A: 2, O: 2, M: 2, I: 2 })?.['category']).toBe('M');
    expect(details({ A: 2, O: 2, I: 2 })?.['category']).toBe('O');
    expect(details({ A: 2, I: 2, R: 2, Q: 2 })?.['category']).toBe('A');
    expect(details({ R: 3 })).toEqual({
      category: 'R',
      name: 'reverse',
      better: null,
      worse: null,
    });
    expect(score(model, { kano: { R: 3 } }).score).toBe(0);
    expect(score(model, { kano: { kano: { A: 1 } } }).details?.['category']).toBe('A');
  });
});
