import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureVelocity, type SprintRecord } from '../../src/plan/velocity.js';

describe('measureVelocity', () => {
  it('is null without a closed sprint', () => {
    expect(measureVelocity([])).toEqual({ sprints: [], mean: null, spread: null });
  });

  it('averages the last three, from frozen points only', () => {
    const closed = [30, 10, 21, 26].map((done, index) => ({
      id: `2026-S0${index}`,
      record: toRecord(25, done),
    }));
    const { sprints, mean, spread } = measureVelocity(closed);
    expect(mean).toBe(19);
    expect(sprints[3]).toEqual({
      sprint: '2026-S03',
      committed: 25,
      added: 0,
      removed: 0,
      done: 26,
      carried: 0,
    });
    expect(spread).toMatchObject({ sprints: 3, least: 10, median: 21, most: 26, kept: 57 / 75 });
    expect(spread?.deviation).toBeCloseTo(Math.sqrt((81 + 4 + 49) / 2));
    expect(measureVelocity(closed.slice(0, 1))).toMatchObject({
      mean: 30,
      spread: { deviation: null, median: 30 },
    });
  });

  it('does not let what came in later make up for what was committed', () => {
    const record = {
      ...toRecord(20, 0),
      added: [{ id: 'ST-2', points: 3 }],
      done: [{ id: 'ST-2', points: 3 }],
      carried: [{ id: 'ST-1', points: 20 }],
    };
    expect(measureVelocity([{ id: 'S1', record }]).spread?.kept).toBe(0);
  });

  it('keeps mean and median between the least and the most', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(80), { minLength: 1 }), fc.integer({ min: 1 }), (done, last) => {
        const closed = done.map((points, index) => ({
          id: `S${index}`,
          record: toRecord(20, points),
        }));
        const { mean, spread } = measureVelocity(closed, last);
        const [least, most] = [spread?.least ?? Number.NaN, spread?.most ?? Number.NaN];
        for (const middle of [mean, spread?.median]) {
          expect(middle).toBeGreaterThanOrEqual(least);
          expect(middle).toBeLessThanOrEqual(most);
        }
        expect(spread?.sprints).toBe(Math.min(last, done.length));
      }),
    );
  });
});

function toRecord(committed: number, done: number): SprintRecord {
  const unestimated = { id: 'ST-0', points: null };
  return {
    committed: [{ id: 'ST-1', points: committed }, unestimated],
    added: [],
    removed: [],
    done: [{ id: 'ST-1', points: done }, unestimated],
    carried: [],
  };
}
