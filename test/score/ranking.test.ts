import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wsjf } from '../../src/score/models/wsjf.js';
import { type RankableItem, type RankedPlace, rankItems } from '../../src/score/ranking.js';

interface Sketch {
  /** Value over one point, or null for unscored. */
  readonly score: number | null;
  readonly depends?: readonly string[];
}

describe('rankItems', () => {
  it('orders by score and keeps the present order of equals', () => {
    const ranked = rank({ A: { score: 1 }, B: { score: 5 }, C: { score: 5 }, D: { score: 2 } });
    expect(ranked.map(({ id, was }) => [id, was])).toEqual([
      ['B', 2],
      ['C', 3],
      ['D', 4],
      ['A', 1],
    ]);
  });

  it('pulls a blocker up to what waits on it, however far, and says by what', () => {
    const ranked = rank({
      A: { score: 4 },
      B: { score: 9, depends: ['C'] },
      C: { score: 1, depends: ['D'] },
      D: { score: null },
    });
    expect(ranked.map(({ id, pulledUpBy }) => [id, pulledUpBy])).toEqual([
      ['D', 'B'],
      ['C', 'B'],
      ['B', undefined],
      ['A', undefined],
    ]);
  });

  it('puts unscored items last, in present order', () => {
    const ranked = rank({
      A: { score: null, depends: ['B'] },
      B: { score: null },
      C: { score: 0 },
      D: { score: null },
    });
    expect(ranked.map(({ id }) => id)).toEqual(['C', 'B', 'A', 'D']);
    expect(ranked[1]).toMatchObject({
      score: null,
      benefit: null,
      missing: ['value', 'urgency', 'risk'],
    });
    expect(ranked[1]).not.toHaveProperty('pulledUpBy');
  });

  it('passes over unknown and repeated depends', () => {
    expect(rank({ A: { score: 1, depends: ['gone', 'B', 'B'] }, B: { score: 0 } })[0]?.id).toBe(
      'B',
    );
  });

  it('names a cycle', () => {
    const items = toItems({
      A: { score: 1, depends: ['B'] },
      B: { score: 1, depends: ['C'] },
      C: { score: 1, depends: ['B'] },
    });
    expect(rankItems(items, wsjf)).toEqual({
      ok: false,
      problems: [
        {
          kind: 'data',
          message: 'these items wait for each other: B → C → B; remove one of the depends',
        },
      ],
    });
  });

  const backlogs = fc.integer({ min: 1, max: 12 }).chain((size) =>
    fc
      .array(
        fc.record({
          score: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant(null)),
          depends: fc.array(fc.nat(size - 1), { maxLength: 3 }),
        }),
        { minLength: size, maxLength: size },
      )
      .chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows.keys()], { minLength: size })),
      )
      .map(([rows, places]): RankableItem[] =>
        // Depends point to lower numbers, so there is no cycle; the present order is any.
        rows.map((row, index) => ({
          ...toItem(`I${index}`, row.score, places[index] ?? 0),
          depends: row.depends.filter((at) => at < index).map((at) => `I${at}`),
        })),
      ),
  );

  it('never puts a blocker after what it blocks, and loses nothing', () => {
    fc.assert(
      fc.property(backlogs, (items) => {
        const places = placesOf(unwrap(items));
        expect(places.size).toBe(items.length);
        for (const { id, depends } of items) {
          for (const blocker of depends)
            expect(places.get(blocker)).toBeLessThan(places.get(id) ?? 0);
        }
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(backlogs, (items) => {
        const places = placesOf(unwrap(items));
        const again = items.map((item) => ({ ...item, position: places.get(item.id) ?? 0 }));
        expect(unwrap(again).every(({ position, was }) => position === was)).toBe(true);
      }),
    );
  });

  it('never lowers the place of an item whose value is raised', () => {
    fc.assert(
      fc.property(backlogs, fc.nat(11), fc.integer({ min: 1, max: 5 }), (items, pick, raise) => {
        const chosen = items[pick % items.length] as RankableItem;
        const value = (chosen.score?.['value'] as number | undefined) ?? 0;
        const raised = items.map((item) =>
          item === chosen ? { ...item, score: toScore(value + raise) } : item,
        );
        const before = placesOf(unwrap(items)).get(chosen.id) ?? 0;
        expect(placesOf(unwrap(raised)).get(chosen.id)).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('orders by score wherever nothing waits', () => {
    fc.assert(
      fc.property(backlogs, (items) => {
        const ranked = unwrap(items.map((item) => ({ ...item, depends: [] })));
        const scores = ranked.map(({ score }) => score ?? -1);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });

  // Comparing every pair would take minutes; the time allowed is for a busy machine.
  it('ranks 50,000 items with 25,000 depends', { timeout: 15_000 }, () => {
    let state = 1;
    const random = () => {
      state = (state * 1664525 + 1013904223) % 4294967296;
      return state / 4294967296;
    };
    const items = Array.from({ length: 50_000 }, (_, index) => ({
      ...toItem(`I${index}`, Math.floor(random() * 50), index),
      depends: index % 2 ? [`I${Math.floor(random() * index)}`] : [],
    }));
    expect(unwrap(items)).toHaveLength(50_000);
  });
});

function rank(sketches: Readonly<Record<string, Sketch>>): readonly RankedPlace[] {
  return unwrap(toItems(sketches));
}

function toItems(sketches: Readonly<Record<string, Sketch>>): RankableItem[] {
  return Object.entries(sketches).map(([id, { score, depends = [] }], index) => ({
    ...toItem(id, score, index),
    depends,
  }));
}

function toItem(id: string, score: number | null, position: number): RankableItem {
  const fields = score === null ? undefined : toScore(score);
  return { id, score: fields, points: 1, depends: [], position };
}

function toScore(value: number) {
  return { value, urgency: 0, risk: 0 };
}

function unwrap(items: readonly RankableItem[]): readonly RankedPlace[] {
  const result = rankItems(items, wsjf);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join());
  return result.value;
}

function placesOf(ranked: readonly RankedPlace[]): Map<string, number> {
  return new Map(ranked.map(({ id, position }) => [id, position]));
}
