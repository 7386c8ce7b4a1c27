import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReleaseProblem, sprintWeights } from '../../src/plan/solver/release-problem.js';
import { checkRelease, selectRelease, solveRelease } from '../../src/plan/solver/select-release.js';
import { runs } from '../support/runs.js';

const ids = ['A', 'B', 'C', 'D', 'E'];
const someIds = (maxLength: number) => fc.uniqueArray(fc.constantFrom(...ids), { maxLength });

const releases: fc.Arbitrary<ReleaseProblem> = fc
  .record({
    parts: fc.array(
      fc.record({
        size: fc.constantFrom(0, 1, 2, 3, 5),
        value: fc.constantFrom(-1, 0, 1, 2, 5, 8),
        requires: someIds(1),
        excludes: fc.oneof(
          { weight: 2, arbitrary: someIds(0) },
          { weight: 1, arbitrary: someIds(1) },
        ),
        skills: fc.subarray(['design']),
      }),
      { minLength: ids.length, maxLength: ids.length },
    ),
    capacities: fc.array(fc.record({ capacity: fc.nat(8), design: fc.nat(6), most: fc.nat(8) }), {
      minLength: 1,
      maxLength: 3,
    }),
    must: someIds(1),
    first: fc.oneof(someIds(0), someIds(1)),
    not: someIds(1),
    group: someIds(3),
    goal: fc.oneof(
      fc.constant(undefined),
      fc.record({ items: someIds(4), share: fc.constantFrom(0.5, 0.6) }),
    ),
    discount: fc.constantFrom(0, 0.1, 0.5),
  })
  .map(({ parts, capacities, must, first, not, group, goal, discount }) => ({
    items: parts.map((part, index) => ({ ...part, id: ids[index] ?? '' })).map(leaveOutItself),
    sprints: capacities.map(({ capacity, design, most }, index) => ({
      capacity,
      skills: { design },
      limits: [{ id: 'half', capacity: most, items: ['A', 'C', 'E'] }],
      must: index === 0 ? first : [],
    })),
    must,
    not,
    groups: [{ id: 'G', value: 3, items: group }],
    discount,
    ...(goal && { goal }),
  }));

function leaveOutItself<
  T extends { id: string; requires: readonly string[]; excludes: readonly string[] },
>(item: T) {
  const others = (list: readonly string[]) => list.filter((id) => id !== item.id);
  return { ...item, requires: others(item.requires), excludes: others(item.excludes) };
}

describe('selectRelease', () => {
  it('equals brute force, sprint for sprint, by both solvers', { timeout: 300_000 }, async () => {
    let feasible = 0;
    await fc.assert(
      fc.asyncProperty(releases, async (problem) => {
        const best = releaseByBruteForce(problem);
        if (best) feasible += 1;
        for (const solver of ['auto', 'highs'] as const) {
          const found = await solveRelease(problem, solver);
          const chosen = found.ok ? found.value.sprints.map((sprint) => sprint.chosen) : null;
          expect([solver, chosen]).toEqual([solver, best]);
          if (found.ok) expect(found.value).toMatchObject({ proven: true, gap: 0 });
        }
      }),
      { numRuns: runs(60, 300) },
    );
    expect(feasible).toBeGreaterThan(runs(20, 100));
  });

  it('takes what is worth more for its size first', async () => {
    const release = await selectRelease({
      items: [
        { id: 'slow', size: 5, value: 5 },
        { id: 'first', size: 3, value: 0 },
        { id: 'fast', size: 2, value: 9, requires: ['first'] },
      ],
      sprints: [{ capacity: 5 }, { capacity: 5 }],
      discount: 0.2,
    });
    expect(release).toEqual({
      sprints: [
        { chosen: ['first', 'fast'], value: 9, size: 5 },
        { chosen: ['slow'], value: 5, size: 5 },
      ],
      value: 13,
      size: 10,
      proven: true,
      bound: 13,
      gap: 0,
    });
  });

  it('gives a release that keeps every wish when time runs out at once', async () => {
    const items = Array.from({ length: 420 }, (_, index) => ({
      id: `I${index}`,
      size: [1, 2, 3, 5, 8][(index * 7) % 5] ?? 1,
      value: 1 + ((index * 37) % 40),
      requires: index % 9 === 8 ? [`I${index - 8}`] : [],
    }));
    const goal = { items: items.flatMap(({ id }, index) => (index % 2 ? [id] : [])), share: 0.6 };
    const sprints = Array.from({ length: 5 }, () => ({ capacity: 40 }));
    const {
      value,
      bound,
      gap,
      proven,
      sprints: planned,
    } = await selectRelease({
      items,
      goal,
      sprints,
      timeLimit: 1e-6,
    });
    expect(proven).toBe(false);
    expect(gap).toBeCloseTo((bound - value) / bound, 12);
    // Nearly full, though the goal's share is broken on the way by what is worth most.
    for (const { size } of planned) expect(size).toBeGreaterThan(30);
  });

  it('says which wishes cannot be met together', async () => {
    const items = [
      { id: 'A', size: 5, value: 1 },
      { id: 'B', size: 4, value: 1, requires: ['A'] },
    ];
    const sprints = [{ capacity: 4, must: ['A'] }, { capacity: 9 }];
    await expect(selectRelease({ items, sprints })).rejects.toThrow(
      'these constraints conflict; removing any one of them resolves it: the capacity is 4, 9; A must be in',
    );
    await expect(selectRelease({ items, sprints: [] })).rejects.toThrow('at least one sprint');
  });
});

/** The best release by trying all, in the order of `selectRelease`; null when nothing is feasible. */
function releaseByBruteForce(problem: ReleaseProblem): readonly (readonly string[])[] | null {
  const { items, sprints, groups = [] } = problem;
  const weights = sprintWeights(problem);
  const count = sprints.length;
  let best: readonly (readonly string[])[] | null = null;
  let most = Number.NEGATIVE_INFINITY;
  // Item by item, sooner before later before never, so that the first of equal ones is preferred.
  for (let code = 0; code < (count + 1) ** items.length; code += 1) {
    const places = items.map(
      (_, at) => Math.floor(code / (count + 1) ** (items.length - 1 - at)) % (count + 1),
    );
    const placeOf = new Map(items.map(({ id }, at) => [id, places[at] ?? count]));
    const weightOf = (place: number) => weights[place] ?? 0;
    const complete = groups.map(({ items: members, value }) => {
      const last = Math.max(0, ...members.map((id) => placeOf.get(id) ?? count));
      return value * weightOf(last);
    });
    const value = [
      ...items.map((item, at) => item.value * weightOf(places[at] ?? count)),
      ...complete,
    ].reduce((sum, each) => sum + each, 0);
    if (value < most + 1e-9) continue;
    const chosen = sprints.map((_, sprint) =>
      items.filter((__, at) => places[at] === sprint).map(({ id }) => id),
    );
    if (hasIdle(problem, chosen.flat())) continue;
    const asRelease = chosen.map((list) => ({ chosen: list, value: 0, size: 0 }));
    if (checkRelease(problem, asRelease).length > 0) continue;
    best = chosen;
    most = value;
  }
  return best;
}

function hasIdle(problem: ReleaseProblem, chosen: readonly string[]): boolean {
  const { items, groups = [], must = [], sprints, goal } = problem;
  const needed = new Set([
    ...items
      .filter(({ id, value, size }) => value > 0 || (size > 0 && goal?.items.includes(id)))
      .map(({ id }) => id)
      .filter((id) => chosen.includes(id)),
    ...groups
      .filter(({ items: members }) => members.every((id) => chosen.includes(id)))
      .flatMap((group) => group.items),
    ...must,
    ...sprints.flatMap((sprint) => sprint.must ?? []),
  ]);
  for (const id of needed) {
    for (const other of items.find((item) => item.id === id)?.requires ?? []) needed.add(other);
  }
  return chosen.some((id) => !needed.has(id));
}
