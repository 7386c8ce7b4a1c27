import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareOrderKeys,
  insertItems,
  isOrderKey,
  keyBetween,
  keysBetween,
  LONGEST_KEY,
  orderItems,
  type PlacePosition,
  placeItem,
  type RankChange,
  reorderItems,
} from '../../src/backlog/order-key.js';

interface Entry {
  readonly id: string;
  readonly rank?: string;
  readonly created?: string;
}

// Few different keys, so that equal ones are common; some malformed, some absent.
const ranks = fc.constantFrom('a0', 'a0V', 'a1', 'a2', 'a2V', 'a3', 'Zz', 'b', 'a00', '');
const backlogs = fc
  .array(fc.record({ rank: ranks, created: fc.constantFrom('2026-01-01', '2026-02-02') }), {
    minLength: 1,
    maxLength: 7,
  })
  .map((rows): Entry[] =>
    rows.map(({ rank, created }, index) =>
      rank === '' ? { id: `I${index}`, created } : { id: `I${index}`, rank, created },
    ),
  );

describe('isOrderKey', () => {
  it('agrees with the package', () => {
    for (const text of ['a0', 'a0V', 'Zz', 'b00', 'A00000000000000000000000001', 'zzV']) {
      expect([text, isOrderKey(text)]).toEqual([text, accepts(text)]);
    }
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{0,6}$/), (text) => {
        expect(isOrderKey(text)).toBe(text !== '' && accepts(text));
      }),
    );
  });

  it('refuses what the package lets through', () => {
    for (const text of ['', 'a', 'a-', 'aé', 'a 1', 3, null, undefined]) {
      expect(isOrderKey(text)).toBe(false);
    }
  });

  function accepts(text: string): boolean {
    try {
      return keyBetween(text, null) > text;
    } catch {
      return false;
    }
  }
});

describe('compareOrderKeys', () => {
  it('compares by code unit, capitals first', () => {
    expect(['a1', 'Zz', 'aa', 'b00', 'a0V', 'a0'].sort(compareOrderKeys)).toEqual([
      'Zz',
      'a0',
      'a0V',
      'a1',
      'aa',
      'b00',
    ]);
  });
});

describe('keyBetween', () => {
  it('refuses equal, swapped and malformed bounds', () => {
    expect(() => keyBetween('a1', 'a1')).toThrow('no key between a1 and a1');
    expect(() => keysBetween('a2', 'a1', 2)).toThrow('no key between a2 and a1');
    expect(() => keyBetween('a10', null)).toThrow('not an order key: a10');
  });
});

describe('orderItems', () => {
  it('orders by rank, then id, and puts items without a usable rank last', () => {
    const entries: Entry[] = [
      { id: 'new', created: '2026-03-01' },
      { id: 'b', rank: 'a1' },
      { id: 'bad', rank: 'a10', created: '2026-01-01' },
      { id: 'undated' },
      { id: 'a', rank: 'a1' },
      { id: 'first', rank: 'Zz' },
    ];
    expect(orderItems(entries).map(({ id }) => id)).toEqual([
      'first',
      'a',
      'b',
      'bad',
      'new',
      'undated',
    ]);
  });

  it('does not depend on the order given', () => {
    fc.assert(
      fc.property(
        backlogs.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(orderItems(shuffled)).toEqual(orderItems(all));
        },
      ),
    );
  });

  it('is what two parts of it make when one is put into the other', () => {
    fc.assert(
      fc.property(
        backlogs.chain((all) => fc.tuple(fc.constant(all), fc.subarray([...all]))),
        ([all, few]) => {
          const rest = all.filter((entry) => !few.includes(entry));
          expect(insertItems(orderItems(rest), orderItems(few))).toEqual(orderItems(all));
        },
      ),
    );
  });
});

describe('placeItem', () => {
  const moves = backlogs.chain((backlog) => {
    const ids = [...backlog.map(({ id }) => id), 'new'];
    return fc.record({
      entries: fc.constant(orderItems(backlog)),
      moved: fc.shuffledSubarray(ids, { minLength: 1, maxLength: 2 }),
      kind: fc.constantFrom('top', 'bottom', 'before', 'after'),
      anchor: fc.constantFrom(...ids),
    });
  });

  it('reaches the order asked for with the fewest changes', () => {
    fc.assert(
      fc.property(moves, ({ entries, moved, kind, anchor }) => {
        const position = { kind, id: anchor } as PlacePosition;
        const rest = entries.filter(({ id }) => !moved.includes(id));
        fc.pre(kind === 'top' || kind === 'bottom' || rest.some(({ id }) => id === anchor));
        const at =
          kind === 'top'
            ? 0
            : kind === 'bottom'
              ? rest.length
              : rest.findIndex(({ id }) => id === anchor) + (kind === 'after' ? 1 : 0);
        const desired = [
          ...rest.slice(0, at),
          ...moved.map((id) => entries.find((entry) => entry.id === id) ?? { id }),
          ...rest.slice(at),
        ];
        const changes = placeItem(entries, moved, position);
        expect(idsInOrder(applyChanges(desired, changes))).toEqual(desired.map(({ id }) => id));
        const isNew = moved.includes('new');
        expect(changes.length).toBe(countFewestChanges(desired, isNew ? ['new'] : []));
      }),
      { numRuns: 400 },
    );
  });

  it('changes the moved item, not the one it passes', () => {
    const entries = [
      { id: 'A', rank: 'a0' },
      { id: 'B', rank: 'a1' },
    ];
    expect(placeItem(entries, ['B'], { kind: 'top' })).toEqual([{ id: 'B', rank: 'Zz' }]);
    expect(placeItem(entries, ['A'], { kind: 'bottom' })).toEqual([{ id: 'A', rank: 'a2' }]);
    expect(placeItem(entries, ['A'], { kind: 'before', id: 'B' })).toEqual([]);
  });

  it('re-keys equal neighbours only where something goes between them', () => {
    const entries = ['A', 'B', 'C', 'D'].map((id) => ({ id, rank: 'a0' }));
    const changes = placeItem(entries, ['D'], { kind: 'after', id: 'A' });
    expect(changes).toHaveLength(2);
    expect(idsInOrder(applyChanges(entries, changes))).toEqual(['A', 'D', 'B', 'C']);
  });

  it('leaves unranked items below alone', () => {
    const entries = orderItems(
      Array.from({ length: 50 }, (_, index) => ({ id: `I${index + 10}`, created: '2026-01-01' })),
    );
    expect(placeItem(entries, ['I40'], { kind: 'top' })).toEqual([{ id: 'I40', rank: 'a0' }]);
    const changes = placeItem(entries, ['I40'], { kind: 'after', id: 'I12' });
    expect(changes.map(({ id }) => id)).toEqual(['I10', 'I11', 'I12', 'I40']);
  });

  it('refuses a position that does not exist', () => {
    expect(() => placeItem([{ id: 'A' }], ['A'], { kind: 'before', id: 'A' })).toThrow('no item A');
  });

  it('keeps order and short keys over 1,000 moves, each changing few items', () => {
    let entries: readonly Entry[] = Array.from({ length: 60 }, (_, index) => ({
      id: `I${String(index).padStart(2, '0')}`,
    }));
    const random = seeded(7);
    let changed = 0;
    for (let move = 0; move < 1000; move += 1) {
      const moved = entries[Math.floor(random() * entries.length)]?.id ?? '';
      // Every other move goes to one spot: the case that makes keys grow.
      const anchors = entries.filter(({ id }) => id !== moved);
      const anchor = (move % 2 ? anchors[Math.floor(random() * anchors.length)] : anchors[30])?.id;
      const expected = anchors.flatMap((entry) =>
        entry.id === anchor ? [entry.id, moved] : [entry.id],
      );
      const changes = placeItem(entries, [moved], { kind: 'after', id: anchor ?? '' });
      entries = orderItems(applyChanges(entries, changes));
      changed += changes.length;
      expect(entries.map(({ id }) => id)).toEqual(expected);
    }
    expect(Math.max(...entries.map(({ rank }) => rank?.length ?? 0))).toBeLessThanOrEqual(
      LONGEST_KEY,
    );
    expect(changed).toBeLessThan(1200);
  });

  it('re-spreads locally when one spot is used again and again', () => {
    let entries: readonly Entry[] = keysBetween(null, null, 400).map((rank, index) => ({
      id: `I${index}`,
      rank,
    }));
    for (let move = 0; move < 600; move += 1) {
      const last = entries.at(-1)?.id ?? '';
      const changes = placeItem(entries, [last], { kind: 'after', id: 'I100' });
      entries = orderItems(applyChanges(entries, changes));
      expect(changes.length).toBeLessThan(300);
      expect(entries[entries.findIndex(({ id }) => id === 'I100') + 1]?.id).toBe(last);
      for (const { rank } of changes) expect(rank.length).toBeLessThanOrEqual(LONGEST_KEY);
    }
  });
});

describe('reorderItems', () => {
  it('reaches any order with the fewest changes', () => {
    fc.assert(
      fc.property(
        backlogs.chain((all) =>
          fc.tuple(
            fc.constant(orderItems(all)),
            fc.shuffledSubarray(all, { minLength: all.length }),
          ),
        ),
        ([entries, desired]) => {
          const changes = reorderItems(entries, desired);
          const after = orderItems(applyChanges(entries, changes));
          expect(after.map(({ id }) => id)).toEqual(desired.map(({ id }) => id));
          expect(changes.length).toBe(countFewestChanges(desired, []));
          expect(reorderItems(after, after)).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('changes nothing where nothing moves, ranked or not', () => {
    fc.assert(
      fc.property(backlogs, (all) => {
        const entries = orderItems(all);
        expect(reorderItems(entries, entries)).toEqual([]);
      }),
    );
  });

  // Comparing every pair would take minutes; the time allowed is for a busy machine.
  it('reorders 50,000 items', { timeout: 15_000 }, () => {
    const random = seeded(3);
    const desired = keysBetween(null, null, 50_000)
      .map((rank, index) => ({ id: `I${index}`, rank, by: random() }))
      .sort((a, b) => a.by - b.by);
    const changes = reorderItems(orderItems(desired), desired);
    const keys = applyChanges(desired, changes).map(({ rank }) => rank ?? '');
    expect(keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key)).toBe(true);
  });
});

function applyChanges(entries: readonly Entry[], changes: readonly RankChange[]): Entry[] {
  const rankById = new Map(changes.map(({ id, rank }) => [id, rank]));
  return entries.map((entry) => {
    const rank = rankById.get(entry.id);
    return rank === undefined ? entry : { ...entry, rank };
  });
}

function idsInOrder(entries: readonly Entry[]): string[] {
  return orderItems(entries).map(({ id }) => id);
}

// Tries every set of items to change, smallest first, and orders the outcome by the real rule.
function countFewestChanges(desired: readonly Entry[], mustChange: readonly string[]): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (let mask = 0; mask < 1 << desired.length; mask += 1) {
    const isChanged = (index: number) => (mask & (1 << index)) !== 0;
    const count = desired.filter((_, index) => isChanged(index)).length;
    if (count >= fewest) continue;
    if (desired.some(({ id }, index) => mustChange.includes(id) && !isChanged(index))) continue;
    const filled = fillGaps(desired, isChanged);
    if (filled && idsInOrder(filled).join() === desired.map(({ id }) => id).join()) fewest = count;
  }
  return fewest;
}

function fillGaps(desired: readonly Entry[], isChanged: (index: number) => boolean) {
  const filled: Entry[] = [];
  for (let index = 0; index < desired.length; ) {
    const entry = desired[index];
    if (entry && !isChanged(index)) {
      filled.push(entry);
      index += 1;
      continue;
    }
    let end = index;
    while (end < desired.length && isChanged(end)) end += 1;
    const lower = filled.at(-1)?.rank ?? null;
    const upperRank = desired[end]?.rank;
    const upper = isOrderKey(upperRank) ? upperRank : null;
    if (index > 0 && !isOrderKey(lower)) return null;
    if (lower !== null && upper !== null && lower >= upper) return null;
    const keys = keysBetween(lower, upper, end - index);
    for (const [offset, rank] of keys.entries()) {
      filled.push({ ...(desired[index + offset] as Entry), rank });
    }
    index = end;
  }
  return filled;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}
