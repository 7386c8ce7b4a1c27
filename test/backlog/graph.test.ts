import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ancestorsOf,
  childrenOf,
  dependentsOf,
  dependsEdges,
  describeCycle,
  type Edges,
  findCycle,
  findCycleOver,
  openBlockers,
  parentEdges,
} from '../../src/backlog/graph.js';
import { makeBacklog } from '../support/make-backlog.js';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const graph = fc
  .array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names, 'elsewhere')), {
    maxLength: 12,
  })
  .map(
    (pairs): Edges =>
      new Map(
        names.map((name) => [name, pairs.filter(([from]) => from === name).map(([, to]) => to)]),
      ),
  );

/** Whether `to` can be reached, by walking every simple path. */
function reaches(edges: Edges, from: string, to: string, seen: readonly string[] = []): boolean {
  return (edges.get(from) ?? []).some(
    (next) => next === to || (!seen.includes(next) && reaches(edges, next, to, [...seen, next])),
  );
}

function expectCycle(edges: Edges, cycle: readonly string[]): void {
  expect(new Set(cycle).size).toBe(cycle.length);
  cycle.forEach((id, index) => {
    expect(edges.get(id)).toContain(cycle[(index + 1) % cycle.length]);
  });
}

describe('cycles', () => {
  it('are found when there are any, and only then', () => {
    fc.assert(
      fc.property(graph, (edges) => {
        const cycle = findCycle(edges);
        const exists = names.some((name) => reaches(edges, name, name));
        expect(cycle !== null).toBe(exists);
        if (cycle) expectCycle(edges, cycle);
      }),
      { numRuns: 2000 },
    );
  });

  it('over one edge begin with that edge, and are found when there are any', () => {
    fc.assert(
      fc.property(graph, (edges) => {
        for (const [from, targets] of edges) {
          for (const to of targets) {
            const cycle = findCycleOver(edges, from, to);
            expect(cycle !== null).toBe(from === to || reaches(edges, to, from));
            if (!cycle) continue;
            expectCycle(edges, cycle);
            expect(cycle[0]).toBe(from);
            expect(cycle[1] ?? from).toBe(to);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('of 100,000 items do not overflow the stack', () => {
    const count = 100_000;
    const ring = new Map(Array.from({ length: count }, (_, i) => [`${i}`, [`${(i + 1) % count}`]]));
    expect(findCycle(ring)).toHaveLength(count);
    expect(findCycleOver(ring, '0', '1')).toHaveLength(count);
  });

  it('are said as a line', () => {
    expect(describeCycle(['a', 'b'])).toBe('a → b → a');
  });
});

describe('links between items', () => {
  const backlog = makeBacklog([
    { id: 'ST-1', status: 'done', parent: 'ST-2' },
    { id: 'ST-2', depends: ['st-1', 'ST-3', 'ST-9'], parent: 'st-4' },
    { id: 'ST-3', status: 'doing', depends: ['ST-3'] },
    { id: 'ST-4', parent: 'ST-2' },
    { id: 'ST-5', status: 'dropped' },
    { id: 'ST-6', depends: ['ST-5'] },
  ]);
  const item = (id: string) => {
    const found = backlog.work.find((one) => one.id === id);
    if (!found) throw new Error(id);
    return found;
  };
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

  it('go by ids in any case', () => {
    expect(ids(dependentsOf(backlog, item('ST-1')))).toEqual(['ST-2']);
    expect(ids(childrenOf(backlog, item('ST-4')))).toEqual(['ST-2']);
    expect(dependsEdges(backlog.work).get('ST-2')).toEqual(['ST-1', 'ST-3', 'ST-9']);
    expect(parentEdges(backlog.work).get('ST-2')).toEqual(['ST-4']);
  });

  it('wait for what is there and not done; a dropped one blocks until somebody decides', () => {
    expect(ids(openBlockers(backlog, item('ST-2')))).toEqual(['ST-3']);
    expect(ids(openBlockers(backlog, item('ST-6')))).toEqual(['ST-5']);
  });

  it('end where ancestors run in a circle', () => {
    expect(ids(ancestorsOf(backlog, item('ST-1')))).toEqual(['ST-2', 'ST-4']);
    expect(ids(ancestorsOf(backlog, item('ST-2')))).toEqual(['ST-4']);
  });
});
