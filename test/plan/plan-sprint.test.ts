import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planSprint } from '../../src/plan/plan-sprint.js';
import type { PlannableItem, SprintPlanRequest } from '../../src/plan/sprint-request.js';
import { selectByBruteForce, worthOf } from './brute-force.js';

const backlog = [
  toItem('A', { points: 5, value: 20 }),
  toItem('B', { points: 3, value: 12, depends: ['C'] }),
  toItem('C', { points: 2, value: null }),
  toItem('D', { points: 13, value: 30 }),
  toItem('E', { points: null, value: 9 }),
  toItem('F', { points: 1, value: 5, ready: false, status: 'draft' }),
  toItem('G', { points: 1, value: 5, depends: ['F'] }),
  toItem('H', { points: 1, value: 5, depends: ['G'] }),
  toItem('I', { points: 2, value: 3, depends: ['Z'] }),
  toItem('J', { points: 1, value: null }),
  toItem('K', { points: 5, value: 6 }),
  toItem('L', { points: 1, value: 4, depends: ['Y'] }),
  toItem('Y', { points: 8, value: 9, done: true }),
  toItem('N', { points: 1, value: 50 }),
  toItem('O', { points: 1, value: 50, elsewhere: { sprint: '2026-S23', isEarlier: true } }),
  toItem('P', { points: 1, value: 1, isEpic: true }),
];

describe('planSprint', () => {
  it('chooses by benefit and says why for every item', async () => {
    const plan = await unwrap({ items: backlog, capacity: 12, not: ['N'] });
    expect(plan).toMatchObject({
      capacity: 12,
      points: 11,
      value: 36,
      proven: true,
      bound: 36,
      gap: 0,
    });
    expect(plan.chosen.map(({ id, reason, price }) => [id, reason, price])).toEqual([
      ['A', '20 of value for 5 points', 14],
      ['B', '12 of value for 3 points', 6],
      ['C', 'needed by B', 6],
      ['L', '4 of value for 1 point', 4],
    ]);
    expect(
      plan.left.map(({ id, reason, price, displaces }) => [id, reason, price, displaces]),
    ).toEqual([
      ['D', 'does not fit: 13 points, 12 free', null, null],
      ['E', 'unestimated', null, null],
      ['F', 'not ready: draft', null, null],
      ['G', 'waits for F (not ready: draft)', null, null],
      ['H', 'waits for G (waits for F (not ready: draft))', null, null],
      ['I', 'waits for Z, which was dropped or is not in the backlog', null, null],
      ['J', 'unscored', 0, []],
      ['K', 'worth less than the items that fit', 6, ['B', 'C']],
      ['N', 'excluded by --not', null, null],
      ['O', 'in 2026-S23 already', null, null],
    ]);
  });

  it('keeps what must be in, and says what speaks against it', async () => {
    const plan = await unwrap({ items: backlog, capacity: 14, must: ['E', 'G', 'D'] });
    expect(plan.chosen.map(({ id, reason }) => [id, reason])).toEqual([
      ['D', 'must be in'],
      ['E', 'must be in; unestimated, counted as 0 points'],
      ['G', 'must be in; waits for F (not ready: draft)'],
    ]);
    expect(plan.left.find(({ id }) => id === 'A')?.reason).toBe('does not fit: 5 points, 0 free');
    expect(plan.left.find(({ id }) => id === 'B')?.reason).toBe(
      'does not fit: 5 points with C, 0 free',
    );
  });

  it.each<[string, Partial<SprintPlanRequest>, string]>([
    ['too much', { must: ['A', 'D'], capacity: 12 }, 'need 13, the capacity is 12: D (13)'],
    ['unknown', { must: ['Q'] }, 'there is no item Q'],
    ['both', { must: ['A'], not: ['A'] }, 'A must be in, and must not be in'],
    ['capacity', { capacity: -1 }, 'capacity must be a number of 0 or more, not -1'],
    [
      'cycle',
      { items: [toItem('A', { depends: ['B'] }), toItem('B', { depends: ['A'] })] },
      'these items wait for each other: A → B → A',
    ],
  ])('fails on %s', async (_, change, message) => {
    const result = await planSprint({ items: backlog, capacity: 12, ...change });
    expect(result).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining(message) }],
    });
  });

  it('keeps skills, members, reserve, exclusions and the goal, and says which is in the way', async () => {
    const items = [
      toItem('A', { points: 5, value: 20, skills: ['design'] }),
      toItem('B', { points: 5, value: 19, skills: ['design'] }),
      toItem('C', { points: 5, value: 18, assignee: 'ada' }),
      toItem('D', { points: 5, value: 17, excludes: ['A'] }),
      toItem('E', { points: 5, value: 2 }),
      toItem('F', { points: 5, value: 1, isBug: true }),
    ];
    const plan = await unwrap({
      items,
      capacity: 20,
      skills: { design: 5 },
      members: { ada: 3 },
      reserve: 0.25,
      goal: { id: 'G', items: ['A', 'E'], share: 0.6 },
      must: ['A'],
    });
    expect(plan.chosen.map(({ id }) => id)).toEqual(['A', 'E', 'F']);
    expect(plan.left.map(({ id, kind, reason }) => [id, kind, reason])).toEqual([
      ['B', 'too-large', 'does not fit: 5 points of design, 0 free'],
      ['C', 'too-large', 'does not fit: 5 points of ada, 3 free'],
      ['D', 'conflict', 'cannot go with A'],
    ]);
  });

  it('counts a group only when all of it is chosen or done', async () => {
    const items = [
      toItem('A', { points: 3, value: 9 }),
      toItem('B', { points: 3, value: 1 }),
      toItem('C', { points: 3, value: 8 }),
      toItem('D', { done: true }),
      toItem('X', { ready: false, status: 'draft' }),
    ];
    const groups = [
      { id: 'E1', title: 'One', value: 12, items: ['B', 'C', 'D'] },
      { id: 'E2', title: 'Two', value: 50, items: ['X'] },
    ];
    const wide = await unwrap({ items, groups, capacity: 6 });
    expect(wide.value).toBe(12);
    expect(wide.chosen.map(({ id, reason }) => [id, reason])).toEqual([
      ['B', 'part of E1, 12 of value when complete'],
      ['C', 'part of E1, 12 of value when complete'],
    ]);
    expect(wide.groups).toEqual([
      { id: 'E1', title: 'One', value: 12, complete: true, missing: [] },
      { id: 'E2', title: 'Two', value: 50, complete: false, missing: ['X'] },
    ]);
    const narrow = await unwrap({ items, groups, capacity: 5 });
    expect(narrow.chosen.map(({ id }) => id)).toEqual(['A']);
  });

  it('plans in hours by the sizes given', async () => {
    const items = [
      toItem('A', { points: 1, size: 6, value: 5 }),
      toItem('B', { points: 1, size: null, value: 5 }),
      toItem('C', { points: null, size: 3, value: 2 }),
    ];
    const plan = await unwrap({ items, capacity: 6, unit: 'hours' });
    expect(plan).toMatchObject({ unit: 'hours', points: 6, chosen: [{ id: 'A' }] });
    expect(plan.left.map(({ id, reason }) => [id, reason])).toEqual([
      ['B', 'unestimated'],
      ['C', 'worth less than the items that fit'],
    ]);
  });

  it('prices items exactly: best less the best without, or with', { timeout: 60_000 }, async () => {
    const requests = fc
      .array(
        fc.record({
          points: fc.constantFrom(1, 2, 3, 5, 8),
          value: fc.option(fc.integer({ min: 0, max: 20 })),
          depends: fc.array(fc.nat(8), { maxLength: 1 }),
        }),
        { minLength: 1, maxLength: 9 },
      )
      .map((rows) =>
        rows.map(({ depends, ...row }, index) =>
          toItem(`I${index}`, {
            ...row,
            depends: depends.filter((at) => at < index).map((at) => `I${at}`),
          }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(requests, fc.integer({ min: 1, max: 20 }), async (items, capacity) => {
        const plan = await unwrap({ items, capacity });
        const problem = {
          capacity,
          items: items.map(({ id, points, value, depends }) => ({
            id,
            size: points ?? 0,
            value: value ?? 0,
            requires: depends,
          })),
        };
        for (const { id, price } of plan.chosen) {
          const without = selectByBruteForce({ ...problem, not: [id] });
          expect([id, price]).toEqual([id, plan.value - worthOf(problem, without ?? [])]);
        }
        for (const { id, price, displaces } of plan.left) {
          const forced = selectByBruteForce({ ...problem, must: [id] });
          expect([id, price]).toEqual([id, forced && plan.value - worthOf(problem, forced)]);
          const gone = plan.chosen
            .filter((item) => !forced?.includes(item.id))
            .map((item) => item.id);
          expect(displaces).toEqual(forced && gone);
        }
      }),
      { numRuns: 200 },
    );
  });
});

function toItem(id: string, fields: Partial<PlannableItem>): PlannableItem {
  return {
    id,
    title: `Title of ${id}`,
    points: 1,
    value: 1,
    depends: [],
    ready: true,
    done: false,
    status: 'ready',
    ...fields,
  };
}

async function unwrap(request: SprintPlanRequest) {
  const result = await planSprint(request);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join());
  return result.value;
}
