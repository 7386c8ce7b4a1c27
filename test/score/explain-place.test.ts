import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../src/item/value.js';
import type { ScoreModel } from '../../src/score/define-model.js';
import { type ExplainOptions, explainPlace } from '../../src/score/explain-place.js';
import { cd3 } from '../../src/score/models/cd3.js';
import { moscow } from '../../src/score/models/moscow.js';
import { opportunity } from '../../src/score/models/opportunity.js';
import { rice } from '../../src/score/models/rice.js';
import { wsjf } from '../../src/score/models/wsjf.js';
import { type RankableItem, rankItems } from '../../src/score/ranking.js';

const fibonacci = [1, 2, 3, 5, 8, 13, 21];

function item(id: string, position: number, score: Fields, more: Partial<RankableItem> = {}) {
  return { id, score, points: 5, depends: [], position, ...more } satisfies RankableItem;
}

function explain(
  items: readonly RankableItem[],
  id: string,
  options: ExplainOptions = {},
  model: ScoreModel = wsjf,
) {
  const result = explainPlace(items, model, id, options);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
}

/** WSJF 4, 3.2, 2.4, 1.6, 0.8 at 5 points. */
const ladder = [20, 16, 12, 8, 4].map((sum, at) =>
  item(`I${at}`, at, { value: sum - 2, urgency: 1, risk: 1 }),
);

describe('explainPlace', () => {
  it('says where each input came from', () => {
    const odd = item('X', 9, { value: 'high', wsjf: { urgency: '3..5' } });
    expect(
      explain([...ladder, odd], 'X').inputs.map(({ key, value, origin, field }) => [
        key,
        value,
        origin,
        field,
      ]),
    ).toEqual([
      ['value', null, 'invalid', 'score.value'],
      ['urgency', 4, 'given', 'score.wsjf.urgency'],
      ['risk', null, 'missing', null],
      ['size', 5, 'default', 'points'],
    ]);
    expect(explain([...ladder, odd], 'X')).toMatchObject({
      position: 6,
      of: 6,
      score: null,
      drag: null,
    });
  });

  it('finds the change of each input that brings it into the top, on its scale', () => {
    const { top } = explain(ladder, 'I3', { top: 2, points: fibonacci });
    // 16/5 is to be beaten: (2 + x) / 5, (7 + x) / 5, or 8 / size; 20/5 keeps its place when equal.
    expect(top).toEqual({
      size: 2,
      isIn: false,
      best: 1,
      changes: [
        { key: 'value', name: 'User and business value', from: 6, to: 20, position: 1 },
        { key: 'urgency', name: 'Time criticality', from: 1, to: 13, position: 2 },
        {
          key: 'risk',
          name: 'Risk reduction and opportunity enablement',
          from: 1,
          to: 13,
          position: 2,
        },
        { key: 'size', name: 'Job size', from: 5, to: 2, position: 2 },
      ],
    });
  });

  it('searches where there is no scale, and gives round numbers', () => {
    const items = [
      item('A', 0, { delay_cost: 1000, duration: 3 }),
      item('B', 1, { delay_cost: 1000, duration: 7 }),
    ];
    const { changes } = explain(items, 'B', { top: 1 }, cd3).top;
    expect(changes.map(({ key, to }) => [key, to])).toEqual([
      ['delay_cost', 2334],
      ['duration', 2.9],
    ]);
    const rices = [
      item('A', 0, { reach: 100, impact: 1, confidence: '85%' }),
      item('B', 1, { reach: 100, impact: 1, confidence: '50%' }),
    ];
    expect(
      explain(rices, 'B', { top: 1 }, rice).top.changes.map(({ key, to }) => [key, to]),
    ).toEqual([
      ['reach', 171],
      ['impact', 2],
      ['confidence', 0.86],
      ['effort', 2.9],
    ]);
  });

  it('says that nothing helps when what it waits for fills the top', () => {
    const items = [
      item('A', 0, { value: 1, urgency: 1, risk: 1 }),
      item('B', 1, { value: 1, urgency: 1, risk: 1 }, { depends: ['A'] }),
      item('C', 2, { value: 20, urgency: 1, risk: 1 }),
    ];
    const b = explain(items, 'B', { top: 1 });
    expect(b.top).toMatchObject({ best: 2, changes: [] });
    expect([b.waitsFor, b.waitedForBy]).toEqual([['A'], []]);
    expect(explain(items, 'A').waitedForBy).toEqual(['B']);
  });

  it('names the biggest drag against what others have', () => {
    const big = item('X', 9, { value: 14, urgency: 1, risk: 1 }, { points: 20 });
    expect(explain([...ladder, big], 'X', { points: fibonacci }).drag).toEqual({
      key: 'size',
      name: 'Job size',
      from: 20,
      to: 5,
      position: 3,
    });
    expect(explain(ladder, 'I0').drag).toBe(null);
  });

  it('walks the words of a choice, and lowers what lowers', () => {
    const words = ['must', 'should', 'could'].map((word, at) => item(word, at, { moscow: word }));
    expect(explain(words, 'could', { top: 1 }, moscow).top.changes).toEqual([]);
    expect(explain(words, 'could', { top: 2 }, moscow).top.changes[0]).toMatchObject({
      to: 'must',
      position: 2,
    });
    const served = [
      item('A', 0, { importance: 8, satisfaction: 4 }),
      item('B', 1, { importance: 8, satisfaction: 7 }),
    ];
    expect(
      explain(served, 'B', { top: 1 }, opportunity).top.changes.map(({ key, to }) => [key, to]),
    ).toEqual([
      ['importance', 10],
      ['satisfaction', 3.9],
    ]);
  });

  it('knows pins, pulls and what is derived; refuses strangers and circles', () => {
    const pinned = [...ladder, item('P', 9, {}, { pinned: true, depends: ['I4'] })];
    expect(explain(pinned, 'P')).toMatchObject({ position: 2, pinned: true, drag: null });
    expect(explain(pinned, 'I4')).toMatchObject({ position: 1, pulledUpBy: 'P' });
    const heir = explain(pinned, 'I4', { derivation: { inherited: true } });
    expect(heir.derived).toMatchObject({ own: 0.8, inherited: 0, from: ['P'] });
    expect(explainPlace(ladder, wsjf, 'nobody')).toMatchObject({ ok: false });
    const circle = [item('A', 0, {}, { depends: ['A'] })];
    expect(explainPlace(circle, wsjf, 'A')).toMatchObject({ ok: false });
  });

  const backlogs = fc
    .array(
      fc.record({
        value: fc.constantFrom(1, 2, 3, 5, 8, 13, 20),
        points: fc.constantFrom(...fibonacci),
        waits: fc.array(fc.nat(12), { maxLength: 2 }),
      }),
      { minLength: 2, maxLength: 12 },
    )
    .map((rows) =>
      rows.map(({ value, points, waits }, at) =>
        item(
          `I${at}`,
          at,
          { value, urgency: 1, risk: 1 },
          {
            points,
            depends: waits.filter((other) => other < at).map((other) => `I${other}`),
          },
        ),
      ),
    );

  it('foretells the places that ranking anew gives, ties aside, and no smaller step does it', () => {
    fc.assert(
      fc.property(
        backlogs,
        fc.nat(11),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        (items, pick, top, inherited) => {
          const chosen = items[pick % items.length] as RankableItem;
          const derivation = { inherited };
          const explained = explain(items, chosen.id, { top, points: fibonacci, derivation });
          const placeWith = (key: string, value: number) => {
            const score = { ...chosen.score, wsjf: { [key]: value } };
            const changed = items.map((one) => (one === chosen ? { ...chosen, score } : one));
            const ranked = rankItems(changed, wsjf, derivation);
            return ranked.ok ? ranked.value.find(({ id }) => id === chosen.id)?.position : null;
          };
          for (const { key, to, position } of explained.top.changes) {
            expect(placeWith(key, Number(to))).toBe(position);
            expect(position).toBeLessThanOrEqual(top);
          }
          if (explained.drag) {
            expect(placeWith(explained.drag.key, Number(explained.drag.to))).toBe(
              explained.drag.position,
            );
          }
        },
      ),
    );
  });
});
