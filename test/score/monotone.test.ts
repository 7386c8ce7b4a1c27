import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields, Value } from '../../src/item/value.js';
import { effectOf, type ModelInput, type ScoreModel } from '../../src/score/define-model.js';
import { scoreModels } from '../../src/score/models/index.js';
import { type RankableItem, rankItems } from '../../src/score/ranking.js';
import { load } from './support.js';

const models: readonly ScoreModel[] = [
  ...scoreModels.filter(({ lacks }) => lacks === undefined),
  await load({ ice: { mode: 'mean' } }, 'ice'),
  await load({ weighted: { criteria: { a: 2, b: -1 } } }, 'weighted'),
  await load({ ahp: { comparisons: { a: { b: 3 } } } }, 'ahp'),
];

function drawValue({ kind, choices = [], sign }: ModelInput): fc.Arbitrary<Value> {
  if (kind === 'choice') return fc.constantFrom(...choices);
  if (kind === 'survey') {
    return fc.record({
      A: fc.nat(5),
      O: fc.nat(5),
      M: fc.nat(5),
      I: fc.integer({ min: 1, max: 5 }),
    });
  }
  const least = sign === 'positive' ? 1 : 0;
  return fc
    .integer({ min: least, max: 12 })
    .map((number) => (kind === 'percent' ? number / 20 : number));
}

/** A better value of an input: more of what raises, less of what lowers. */
function improve(input: ModelInput, value: Value, step: number): Value {
  const { kind, choices = [], sign } = input;
  if (kind === 'choice') return choices[Math.max(0, choices.indexOf(String(value)) - step)] ?? '';
  const change = kind === 'percent' ? step / 20 : step;
  if (effectOf(input) === 'raises') return Number(value) + change;
  return Math.max(sign === 'positive' ? 0.5 : 0, Number(value) - change);
}

describe.each(models)('$id: $formula', (model) => {
  const scores: fc.Arbitrary<Fields> = fc.record(
    Object.fromEntries(model.inputs.map((input) => [input.key, drawValue(input)])),
  );
  const backlogs = fc
    .array(
      fc.record({
        score: fc.option(scores, { freq: 6 }),
        waits: fc.array(fc.nat(9), { maxLength: 2 }),
        pinned: fc.nat(9),
      }),
      { minLength: 1, maxLength: 10 },
    )
    .chain((rows) =>
      fc
        .shuffledSubarray([...rows.keys()], { minLength: rows.length })
        .map((places): RankableItem[] =>
          rows.map(({ score, waits, pinned }, at) => ({
            id: `I${at}`,
            score: score ?? undefined,
            points: null,
            depends: waits.filter((other) => other < at).map((other) => `I${other}`),
            position: places[at] ?? 0,
            pinned: pinned === 0,
          })),
        ),
    );
  const rank = (items: readonly RankableItem[]) => {
    const ranked = rankItems(items, model);
    if (!ranked.ok) throw new Error('not ranked');
    return new Map(ranked.value.map((place) => [place.id, place]));
  };

  it('never lowers the place of an item when one of its inputs gets better', () => {
    const inputs = model.inputs.filter((input) => effectOf(input) !== 'either');
    if (inputs.length === 0) return;
    fc.assert(
      fc.property(
        backlogs,
        fc.nat(9),
        fc.constantFrom(...inputs),
        fc.integer({ min: 1, max: 6 }),
        (items, pick, input, step) => {
          const chosen = items[pick % items.length] as RankableItem;
          fc.pre(chosen.score !== undefined);
          const better = improve(input, chosen.score?.[input.key] ?? 0, step);
          const raised = { ...chosen, score: { ...chosen.score, [input.key]: better } };
          const before = rank(items).get(chosen.id)?.position ?? 0;
          const after = rank(items.map((item) => (item === chosen ? raised : item)));
          expect(after.get(chosen.id)?.position).toBeLessThanOrEqual(before);
        },
      ),
    );
  });

  it('keeps blockers first and pins on top, and changes nothing the second time', () => {
    fc.assert(
      fc.property(backlogs, (items) => {
        const places = rank(items);
        expect(places.size).toBe(items.length);
        const mustLead = new Set(items.filter(({ pinned }) => pinned).map(({ id }) => id));
        for (const item of items.toReversed()) {
          for (const blocker of item.depends) {
            expect(places.get(blocker)?.position).toBeLessThan(places.get(item.id)?.position ?? 0);
            if (mustLead.has(item.id)) mustLead.add(blocker);
          }
        }
        for (const id of mustLead)
          expect(places.get(id)?.position).toBeLessThanOrEqual(mustLead.size);
        const again = rank(
          items.map((item) => ({ ...item, position: places.get(item.id)?.position ?? 0 })),
        );
        for (const { position, was } of again.values()) expect(position).toBe(was);
      }),
    );
  });
});
