import { describe, expect, it } from 'vitest';
import { planRelease } from '../../src/plan/plan-release.js';
import type { PlannableItem } from '../../src/plan/sprint-request.js';

function toItem(id: string, fields: Partial<PlannableItem>): PlannableItem {
  const base = { id, title: `Title of ${id}`, points: 3, value: 1, depends: [], status: 'ready' };
  return { ...base, ready: true, done: false, ...fields };
}

describe('planRelease', () => {
  const items = [
    toItem('A', { value: 4 }),
    toItem('B', { value: 9, depends: ['C'] }),
    toItem('C', { value: null }),
    toItem('D', { value: 2 }),
    toItem('E', { points: 7, value: 30 }),
    toItem('F', { ready: false, status: 'draft' }),
  ];

  it('puts what is worth more first and what it needs before it', async () => {
    const plan = await planRelease({ items, sprints: [{ capacity: 3 }, { capacity: 6 }] });
    if (!plan.ok) throw new Error('no plan');
    expect(plan.value).toMatchObject({
      capacity: 9,
      points: 9,
      value: 12.1,
      proven: true,
      sprints: [
        { number: 1, capacity: 3, points: 3, value: 4, items: ['A'] },
        { number: 2, capacity: 6, points: 6, value: 9, items: ['B', 'C'] },
      ],
    });
    expect(plan.value.chosen.map(({ id, number, reason }) => [id, number, reason])).toEqual([
      ['A', 1, '4 of value for 3 points'],
      ['B', 2, '9 of value for 3 points'],
      ['C', 2, 'needed by B'],
    ]);
    expect(plan.value.left.map(({ id, kind }) => [id, kind])).toEqual([
      ['D', 'outbid'],
      ['E', 'outbid'],
      ['F', 'not-ready'],
    ]);
  });

  it('keeps what a sprint has already', async () => {
    const sprints = [{ capacity: 3, must: ['D'] }, { capacity: 3 }];
    const plan = await planRelease({ items, sprints });
    expect(plan.ok && plan.value.sprints.map((sprint) => sprint.items)).toEqual([['D'], ['A']]);
    const torn = await planRelease({ items, sprints, not: ['D'] });
    expect(torn).toMatchObject({
      ok: false,
      problems: [{ message: 'D must be in, and must not be in' }],
    });
  });
});
