import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureFlow } from '../../src/plan/cumulative-flow.js';
import { cycleTimes, leadTimes, spreadTimes } from '../../src/plan/cycle-time.js';
import { countThroughput } from '../../src/plan/throughput.js';
import { addDays } from '../../src/text/date.js';

const today = '2026-11-24';
const day = fc.option(fc.integer({ min: -200, max: 0 }).map((offset) => addDays(today, offset)));
const items = fc.array(
  fc.record({
    id: fc.constant('ST-1'),
    title: fc.constant(''),
    created: day,
    started: day,
    done: day,
  }),
);

describe('cycle and lead times', () => {
  const item = {
    id: 'ST-1',
    title: 'One',
    created: '2026-11-01',
    started: '2026-11-10',
    done: '2026-11-10',
  };

  it('count both ends, and leave out what has no dates or runs backwards', () => {
    expect(cycleTimes([item])).toEqual([{ id: 'ST-1', title: 'One', done: '2026-11-10', days: 1 }]);
    expect(leadTimes([item])[0]?.days).toBe(10);
    expect(cycleTimes([{ ...item, started: null }])).toEqual([]);
    expect(cycleTimes([{ ...item, started: '2026-11-11' }])).toEqual([]);
    expect(cycleTimes([{ ...item, done: 'soon' }])).toEqual([]);
  });

  it('have percentiles that items really took', () => {
    const spread = spreadTimes([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((days) => ({ days })));
    expect(spread).toEqual({ count: 10, percentiles: { '50': 5, '70': 7, '85': 9, '95': 10 } });
    expect(spreadTimes([]).percentiles['85']).toBeNull();
  });
});

describe('measureFlow', () => {
  it('never loses an item or counts one below nothing', () => {
    fc.assert(
      fc.property(items, (list) => {
        const days = measureFlow(list, today);
        let before = 0;
        for (const { todo, doing, done } of days) {
          expect(Math.min(todo, doing, done)).toBeGreaterThanOrEqual(0);
          expect(todo + doing + done).toBeGreaterThanOrEqual(before);
          before = todo + doing + done;
        }
        const dated = list.filter(({ created, started, done }) => created || started || done);
        expect(before).toBe(dated.length);
      }),
    );
  });
});

describe('countThroughput', () => {
  it('counts whole weeks, empty ones too, and not the running one', () => {
    const done = [
      { points: 3, done: '2026-11-02' },
      { points: null, done: '2026-11-08' },
      { points: 5, done: '2026-11-17' },
      { points: 5, done: '2026-11-23' },
    ];
    expect(countThroughput(done, today)).toEqual([
      { week: '2026-11-02', items: 2, points: 3 },
      { week: '2026-11-09', items: 0, points: 0 },
      { week: '2026-11-16', items: 1, points: 5 },
    ]);
    expect(countThroughput([], today)).toEqual([]);
  });
});
