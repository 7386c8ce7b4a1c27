import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Constraint,
  describeConflict,
  findConflict,
  keepCapacity,
  keepConstraints,
} from '../../src/plan/solver/find-conflict.js';
import { selectItems, solveSelection } from '../../src/plan/solver/select-items.js';
import { buildModel } from '../../src/plan/solver/selection-model.js';
import type { SelectionProblem } from '../../src/plan/solver/selection-problem.js';
import { hasFeasibleSet } from '../../src/plan/solver/solve-model.js';
import { runs } from '../support/runs.js';
import { isFeasibleByBruteForce, selectByBruteForce, worthOf } from './brute-force.js';
import { selectionProblems } from './selection-problems.js';

describe('solveSelection', () => {
  it('equals brute force, set for set, by both solvers', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(selectionProblems, async (problem) => {
        const best = selectByBruteForce(problem);
        for (const solver of ['exact', 'highs'] as const) {
          const result = await solveSelection(problem, solver);
          expect([solver, result.ok ? result.value.chosen : null]).toEqual([solver, best]);
          if (!result.ok || !best) continue;
          expect(result.value.value).toBeCloseTo(worthOf(problem, best), 9);
          expect(result.value).toMatchObject({ proven: true, gap: 0, bound: result.value.value });
        }
      }),
      { numRuns: runs(200, 1_000) },
    );
  });

  it('names a smallest set of wishes in conflict', { timeout: 300_000 }, async () => {
    let conflicts = 0;
    await fc.assert(
      fc.asyncProperty(selectionProblems, async (problem) => {
        const constrained = { ...problem, must: problem.items.slice(0, 4).map(({ id }) => id) };
        if (isFeasibleByBruteForce(constrained)) return;
        conflicts += 1;
        const keep = (kept: readonly Constraint[]): SelectionProblem => ({
          ...keepConstraints(constrained, kept),
          ...keepCapacity(constrained.items, constrained, kept),
        });
        const conflict = await findConflict(constrained, constrained, (kept) =>
          hasFeasibleSet(buildModel(keep(kept))),
        );
        expect(isFeasibleByBruteForce(keep(conflict))).toBe(false);
        for (const constraint of conflict) {
          const others = conflict.filter((other) => other !== constraint);
          expect(isFeasibleByBruteForce(keep(others))).toBe(true);
        }
        expect(describeConflict(constrained, [constrained], conflict)).not.toContain('undefined');
      }),
      { numRuns: runs(100, 400) },
    );
    expect(conflicts).toBeGreaterThan(50);
  });
});

describe('selectItems', () => {
  const items = [
    { id: 'A', size: 5, value: 8 },
    { id: 'B', size: 3, value: 5, requires: ['C'] },
    { id: 'C', size: 2, value: 0 },
    { id: 'D', size: 5, value: 5 },
    { id: 'E', size: 1, value: 0 },
  ];

  it('brings what an item requires and leaves idle items out', async () => {
    expect(await selectItems({ items, capacity: 11 })).toEqual({
      chosen: ['A', 'B', 'C'],
      value: 13,
      size: 10,
      proven: true,
      bound: 13,
      gap: 0,
    });
  });

  it('prefers the earlier of equally good items', async () => {
    const twins = ['B', 'A', 'C'].map((id) => ({ id, size: 2, value: 3 }));
    expect((await selectItems({ items: twins, capacity: 4 })).chosen).toEqual(['B', 'A']);
    // Even where the later set is smaller: backlog order decides, not slack.
    const sizes = [
      { id: 'large', size: 5, value: 3 },
      { id: 'small', size: 1, value: 3 },
    ];
    expect((await selectItems({ items: sizes, capacity: 5 })).chosen).toEqual(['large']);
  });

  it('counts a group only when it is complete', async () => {
    const parts = ['A', 'B'].map((id) => ({ id, size: 2, value: 0 }));
    const groups = [{ id: 'G', value: 9, items: ['A', 'B'] }];
    const other = { id: 'X', size: 3, value: 1 };
    const problem = { items: [...parts, other], groups };
    expect(await selectItems({ ...problem, capacity: 4 })).toMatchObject({
      chosen: ['A', 'B'],
      value: 9,
    });
    expect(await selectItems({ ...problem, capacity: 3 })).toMatchObject({
      chosen: ['X'],
      value: 1,
    });
  });

  it.each([
    [{ items, capacity: Number.NaN }, 'capacity must be a number of 0 or more, not NaN'],
    [{ items: [{ id: 'A', size: -1, value: 1 }], capacity: 1 }, 'size of A must be'],
    [{ items: [{ id: 'A', size: 1, value: Number.POSITIVE_INFINITY }], capacity: 1 }, 'value of A'],
    [
      { items: [{ id: 'A', size: 1, value: 1, requires: ['Z'] }], capacity: 1 },
      'A requires Z, which is unknown',
    ],
    [
      { items: [{ id: 'A', size: 1, value: 1, excludes: ['A'] }], capacity: 1 },
      'A excludes itself',
    ],
    [{ items: [...items, ...items], capacity: 1 }, 'A is there twice'],
    [
      { items, capacity: 1, groups: [{ id: 'G', value: 1, items: ['Z'] }] },
      'group G has Z, which is unknown',
    ],
    [{ items, capacity: 1, must: ['Z'] }, 'must names Z, which is unknown'],
    [
      { items, capacity: 9, must: ['A', 'B'] },
      'the required items need 10, the capacity is 9: A (5), B (3), C (2)',
    ],
    [
      { items, capacity: 9, must: ['B'], not: ['C'] },
      'C must be in, since B needs it, and must not be in',
    ],
  ])('says what is wrong: %#', async (problem, message) => {
    await expect(selectItems(problem)).rejects.toThrow(message);
  });

  it('gives the best set so far with its bound when time runs out', async () => {
    const result = await solveSelection({ ...makeSprint(150, 150, 3), timeLimit: 1e-6 }, 'highs');
    const best = await solveSelection(makeSprint(150, 150, 3), 'exact');
    if (!result.ok || !best.ok) throw new Error('no answer');
    const { value, bound, gap, proven } = result.value;
    expect(proven).toBe(false);
    expect(value).toBeLessThanOrEqual(best.value.value);
    expect(bound).toBeGreaterThanOrEqual(best.value.value);
    expect(gap).toBeCloseTo((bound - value) / bound, 12);
  });

  it('gives the same answer by both solvers on a sprint of 60 with many ties', async () => {
    const problem = makeSprint(60, 30, 5);
    const exact = await solveSelection(problem, 'exact');
    expect(await solveSelection(problem, 'highs')).toEqual(exact);
    expect(await solveSelection(problem)).toEqual(exact);
    expect(exact.ok && exact.value.proven).toBe(true);
  });
});

/** A seeded sprint: Fibonacci sizes, small values, requirements towards later items. */
function makeSprint(count: number, requirements: number, seed: number): SelectionProblem {
  let state = seed;
  const draw = (below: number) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * below);
  };
  const items = Array.from({ length: count }, (_, index) => ({
    id: `I${index}`,
    size: [1, 2, 3, 5, 8, 13][draw(6)] ?? 1,
    value: 1 + draw(40),
    requires: [] as string[],
  }));
  for (let made = 0; made < requirements; made += 1) {
    const from = draw(count - 1);
    items[from]?.requires.push(`I${from + 1 + draw(count - from - 1)}`);
  }
  return { items, capacity: 40 };
}
