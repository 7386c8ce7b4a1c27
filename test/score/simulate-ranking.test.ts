import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../src/item/value.js';
import { compareRankings } from '../../src/score/compare-rankings.js';
import type { Derivation } from '../../src/score/derive-scores.js';
import { kendallTau } from '../../src/score/kendall-tau.js';
import { rice } from '../../src/score/models/rice.js';
import { wsjf } from '../../src/score/models/wsjf.js';
import { type RankableItem, rankItems } from '../../src/score/ranking.js';
import { makeApproximateSorter, simulateRanking } from '../../src/score/simulate-ranking.js';

function item(id: string, position: number, fields: Fields, more: Partial<RankableItem> = {}) {
  const score = { value: 0, urgency: 0, risk: 0, ...fields };
  return { id, score, points: 1, depends: [], position, ...more } satisfies RankableItem;
}

function simulate(
  items: readonly RankableItem[],
  options: { draws?: number; top?: number; seed?: string; derivation?: Derivation } = {},
) {
  const result = simulateRanking(items, wsjf, { draws: 2000, seed: '1', ...options });
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
}

describe('simulateRanking', () => {
  it('finds the chances that two even ranges have', () => {
    // U(0, 2) beats U(1, 2) in one case of four.
    const items = [item('A', 0, { value: '0..2' }), item('B', 1, { value: '1..2' })];
    const [b, a] = simulate(items, { draws: 40_000, top: 1 }).items;
    expect([b?.id, a?.id]).toEqual(['B', 'A']);
    expect(a?.chance).toBeCloseTo(0.25, 2);
    expect((a?.chance ?? 0) + (b?.chance ?? 0)).toBe(1);
    expect(a?.places).toEqual({ p10: 1, p50: 2, p90: 2 });
  });

  it('draws three ends as a triangle', () => {
    // T(0, 0, 1) is above 1/2 in one case of four.
    const items = [item('A', 0, { value: '0..0..1' }), item('B', 1, { value: 0.5 })];
    const { items: places } = simulate(items, { draws: 40_000, top: 1 });
    expect(places.find(({ id }) => id === 'A')?.chance).toBeCloseTo(0.25, 2);
    // T(0, 1, 1) in three.
    const other = [item('A', 0, { value: '0..1..1' }), item('B', 1, { value: 0.5 })];
    const again = simulate(other, { draws: 40_000, top: 1 }).items;
    expect(again.find(({ id }) => id === 'A')?.chance).toBeCloseTo(0.75, 2);
  });

  it('names the input that moves an item most', () => {
    const items = [
      item('A', 0, { value: '1..9', urgency: '4..6' }),
      ...[6, 8, 10, 12].map((value, at) => item(`B${value}`, at + 1, { value })),
    ];
    const a = simulate(items).items.find(({ id }) => id === 'A');
    expect(a?.mover).toEqual({
      key: 'value',
      range: { low: 1, mode: null, high: 9 },
      atLow: 4,
      atHigh: 1,
    });
    expect(simulate(items).items.find(({ id }) => id === 'B6')?.mover).toBe(null);
  });

  it('keeps blockers before what they block, pins on top and unscored items last', () => {
    const items = [
      item('A', 0, { value: '1..9' }, { depends: ['B'] }),
      item('B', 1, {}),
      item('C', 2, { value: '2..8' }),
      item('D', 3, {}, { pinned: true }),
      item('E', 4, { value: null }),
    ];
    const places = new Map(simulate(items, { top: 2 }).items.map((one) => [one.id, one]));
    expect(places.get('D')?.places).toEqual({ p10: 1, p50: 1, p90: 1 });
    expect(places.get('E')?.places).toEqual({ p10: 5, p50: 5, p90: 5 });
    expect(places.get('A')?.chance).toBe(0);
    // B is second exactly when A, which waits for it, is ahead of C.
    expect(places.get('B')?.chance).toBeCloseTo(1 - (places.get('C')?.chance ?? 0), 12);
  });

  it('is as sure as the inputs are, whatever is derived', () => {
    const rows = fc.array(fc.record({ value: fc.nat(9), waits: fc.nat(20) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, fc.boolean(), (list, inherited) => {
        const items = list.map(({ value, waits }, index) =>
          item(
            `I${index}`,
            index,
            { value: `${value}..${value}` },
            { depends: waits < index ? [`I${waits}`] : [] },
          ),
        );
        const derivation = { inherited, factors: new Map([['I1', { goal: 2, demand: 0.5 }]]) };
        const ranked = rankItems(items, wsjf, derivation);
        const places = simulate(items, { draws: 5, derivation }).items;
        expect(places.map(({ id }) => id)).toEqual(ranked.ok && ranked.value.map(({ id }) => id));
        for (const { position, places: range } of places) {
          expect(range).toEqual({ p10: position, p50: position, p90: position });
        }
      }),
    );
  });

  it('gives the same numbers for the same seed, and others for another', () => {
    const items = Array.from({ length: 20 }, (_, at) =>
      item(`I${at}`, at, { value: `0..${at + 5}` }),
    );
    expect(simulate(items)).toEqual(simulate(items));
    expect(simulate(items, { seed: '2' }).items).not.toEqual(simulate(items).items);
    expect(simulate(items, { draws: 0 }).items[0]).toMatchObject({ chance: 0 });
  });

  it('names a circle', () => {
    const items = [item('A', 0, {}, { depends: ['B'] }), item('B', 1, {}, { depends: ['A'] })];
    expect(simulateRanking(items, wsjf, { seed: '1' })).toMatchObject({ ok: false });
  });

  it('counts places in bins above two thousand items', () => {
    const items = Array.from({ length: 5000 }, (_, at) => item(`I${at}`, at, { value: 5000 - at }));
    const { places } = simulate(items, { draws: 3 }).items[4000] ?? {};
    expect(Math.abs((places?.p50 ?? 0) - 4001)).toBeLessThan(3);
  });
});

describe('makeApproximateSorter', () => {
  it('sorts as a comparison would', () => {
    const values = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 }));
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 50 }), (list) => {
        const rounded = Float64Array.from(list, Math.fround);
        const wanted = [...rounded.keys()].sort((a, b) => {
          const x = rounded[a] ?? 0;
          const y = rounded[b] ?? 0;
          return x > y ? -1 : x < y ? 1 : a - b;
        });
        expect([...makeApproximateSorter(list.length).sort(rounded)]).toEqual(wanted);
      }),
    );
  });
});

describe('kendallTau', () => {
  it('agrees with the definition, pair by pair', () => {
    const pairs = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(pairs, (list) => {
        let together = 0;
        let onX = 0;
        let onY = 0;
        for (const [at, [x1, y1]] of list.entries()) {
          for (const [x2, y2] of list.slice(at + 1)) {
            together += Math.sign(x1 - x2) * Math.sign(y1 - y2);
            onX += x1 === x2 ? 0 : 1;
            onY += y1 === y2 ? 0 : 1;
          }
        }
        const tau = kendallTau(
          list.map(([x]) => x),
          list.map(([, y]) => y),
        );
        if (onX * onY === 0) expect(tau).toBe(null);
        else expect(tau).toBeCloseTo(together / Math.sqrt(onX * onY), 12);
      }),
    );
  });

  it('agrees with the example in the documentation of scipy.stats.kendalltau', () => {
    expect(kendallTau([12, 2, 1, 12, 2], [1, 4, 7, 1, 0])).toBeCloseTo(-0.47140452079103173, 14);
  });
});

describe('compareRankings', () => {
  it('puts places side by side and correlates what both models score', () => {
    const items = [
      item('A', 0, { value: 8, reach: 1, impact: 1, confidence: 1 }),
      item('B', 1, { value: 4, reach: 2, impact: 1, confidence: 1 }),
      item('C', 2, { value: 2 }),
    ];
    const rankings = [wsjf, rice].map((model) => {
      const ranked = rankItems(items, model);
      if (!ranked.ok) throw new Error('not ranked');
      return { model: model.id, places: ranked.value };
    });
    expect(compareRankings(rankings)).toEqual({
      models: ['wsjf', 'rice'],
      items: [
        { id: 'A', positions: [1, 2], scores: [8, 1], spread: 1 },
        { id: 'B', positions: [2, 1], scores: [4, 2], spread: 1 },
        { id: 'C', positions: [3, 3], scores: [2, null], spread: 0 },
      ],
      correlations: [{ a: 'wsjf', b: 'rice', tau: -1, items: 2 }],
    });
    expect(compareRankings([])).toEqual({ models: [], items: [], correlations: [] });
  });
});
