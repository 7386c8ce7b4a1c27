import { describe, expect, it } from 'vitest';
import { measureVelocity, type SprintRecord } from '../../src/plan/velocity.js';

describe('measureVelocity', () => {
  it('is null without a closed sprint', () => {
    expect(measureVelocity([])).toEqual({ sprints: [], mean: null });
  });

  it('averages the last three, from frozen points only', () => {
    const closed = [30, 10, 21, 26].map((done, index) => ({
      id: `2026-S0${index}`,
      record: toRecord(25, done),
    }));
    const { sprints, mean } = measureVelocity(closed);
    expect(mean).toBe(19);
    expect(sprints[3]).toEqual({ sprint: '2026-S03', committed: 25, done: 26 });
    expect(measureVelocity(closed.slice(0, 1)).mean).toBe(30);
  });
});

function toRecord(committed: number, done: number): SprintRecord {
  const unestimated = { id: 'ST-0', points: null };
  return {
    committed: [{ id: 'ST-1', points: committed }, unestimated],
    added: [],
    removed: [],
    done: [{ id: 'ST-2', points: done }, unestimated],
    carried: [],
  };
}
