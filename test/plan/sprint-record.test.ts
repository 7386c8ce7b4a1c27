import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumPoints } from '../../src/backlog/progress.js';
import { formatSprintEvent } from '../../src/item/sprint-event.js';
import { closeSprint, listCommitment, type SprintItem } from '../../src/plan/sprint-record.js';

const sprint = '2026-S24';
const started = '2026-11-23';

describe('closeSprint', () => {
  it('counts each item by its history in the sprint', () => {
    const before: SprintItem[] = [
      toItem('stays', 5, []),
      toItem('goes', 3, []),
      toItem('re-estimated', 8, []),
      toItem('deleted', 1, []),
    ];
    const committed = listCommitment(sprint, before);
    const items: SprintItem[] = [
      { ...toItem('stays', 5, []), done: true },
      { ...toItem('goes', 3, ['2026-11-25 -2026-S24 3 not now']), sprint: null },
      toItem('re-estimated', 13, []),
      { ...toItem('comes', 2, ['2026-11-26 +2026-S24 2 customer waits']), done: true },
      {
        ...toItem('comes and goes', 4, ['2026-11-26 +2026-S24 4', '2026-11-27 -2026-S24 4']),
        sprint: '2026-S25',
      },
      {
        ...toItem('only planned', 4, ['2026-11-20 +2026-S24 4', '2026-11-21 -2026-S24 4']),
        sprint: null,
      },
      { ...toItem('elsewhere', 4, ['2026-11-27 -2026-S23 4']), sprint: null },
    ];
    expect(closeSprint({ sprint: { id: sprint, started, committed }, items })).toEqual({
      committed: [
        { id: 'stays', points: 5 },
        { id: 'goes', points: 3 },
        { id: 're-estimated', points: 8 },
        { id: 'deleted', points: 1 },
      ],
      added: [
        { id: 'comes', points: 2 },
        { id: 'comes and goes', points: 4 },
      ],
      removed: [
        { id: 'goes', points: 3 },
        { id: 'deleted', points: 1 },
        { id: 'comes and goes', points: 4 },
      ],
      done: [
        { id: 'stays', points: 5 },
        { id: 'comes', points: 2 },
      ],
      carried: [{ id: 're-estimated', points: 8 }],
    });
  });

  it('conserves items and points over any history', () => {
    const points = fc.option(fc.integer({ min: 0, max: 13 }));
    const history = fc.record({
      points,
      inAtStart: fc.boolean(),
      // Each entry or exit a day later; the estimate may change each time.
      moves: fc.array(points, { maxLength: 4 }),
      done: fc.boolean(),
      pointsAtEnd: points,
    });
    fc.assert(
      fc.property(fc.array(history, { maxLength: 8 }), (histories) => {
        const atStart = histories.map((one, index) => ({
          ...toItem(`I${index}`, one.points, []),
          sprint: one.inAtStart ? sprint : null,
        }));
        const committed = listCommitment(sprint, atStart);
        const items = histories.map((one, index): SprintItem => {
          let isIn = one.inAtStart;
          const sprints = one.moves.map((estimate, step) => {
            isIn = !isIn;
            const day = `2026-11-${24 + step}`;
            return formatSprintEvent({
              day,
              sign: isIn ? '+' : '-',
              sprint,
              points: estimate,
              reason: '',
            });
          });
          const { done, pointsAtEnd } = one;
          return {
            id: `I${index}`,
            points: pointsAtEnd,
            done,
            sprint: isIn ? sprint : null,
            sprints,
          };
        });
        const record = closeSprint({ sprint: { id: sprint, started, committed }, items });
        for (const count of [sumPoints, (list: readonly unknown[]) => list.length]) {
          expect(count(record.committed) + count(record.added) - count(record.removed)).toBe(
            count(record.done) + count(record.carried),
          );
        }
        // Nothing that was in it is lost.
        const touched = histories.filter(({ inAtStart, moves }) => inAtStart || moves.length > 0);
        expect(record.committed.length + record.added.length).toBe(touched.length);
      }),
    );
  });
});

function toItem(id: string, points: number | null, sprints: readonly string[]): SprintItem {
  return { id, points, done: false, sprint, sprints };
}
