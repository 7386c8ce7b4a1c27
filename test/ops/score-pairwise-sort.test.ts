import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countAtMost,
  findNextPair,
  type PairAnswer,
  relateAnswers,
} from '../../src/ops/order/score-pairwise-sort.js';

type Worth = Readonly<Record<string, number>>;

/** A person who knows what each item is worth. */
function answer(worth: Worth, first: string, second: string): PairAnswer {
  const difference = (worth[first] ?? 0) - (worth[second] ?? 0);
  const verdict = difference > 0 ? 'more' : difference < 0 ? 'less' : 'same';
  return { first, verdict, second };
}

function sortByAsking(worth: Worth, given: readonly PairAnswer[] = [], most = Infinity) {
  const answers = [...given];
  for (;;) {
    const step = findNextPair(Object.keys(worth), answers);
    if (step.kind === 'sorted' || answers.length >= given.length + most) return { step, answers };
    answers.push(answer(worth, step.first, step.second));
  }
}

const worths = fc
  .array(fc.integer({ min: 0, max: 20 }), { maxLength: 14 })
  .map((values): Worth => Object.fromEntries(values.map((value, index) => [`ST-${index}`, value])));

describe('the pairwise sort', () => {
  it('finds the order, those worth the same together', () => {
    fc.assert(
      fc.property(worths, (worth) => {
        const { step } = sortByAsking(worth);
        const groups = step.kind === 'sorted' ? step.groups : [];
        const values = groups.map((group) => group.map((id) => worth[id]));
        const expected = [...new Set(Object.values(worth))].sort((a, b) => b - a);
        expect(values.map((group) => group[0])).toEqual(expected);
        expect(values.every((group) => new Set(group).size === 1)).toBe(true);
        expect(groups.flat().sort()).toEqual(Object.keys(worth).sort());
      }),
    );
  });

  it('asks no more than merge insertion needs', () => {
    // Knuth, TAOCP 3, 5.3.1, table 1.
    expect([1, 2, 3, 4, 5, 10, 12, 21].map(countAtMost)).toEqual([0, 1, 3, 5, 7, 22, 30, 66]);
    fc.assert(
      fc.property(worths, (worth) => {
        const { answers } = sortByAsking(worth);
        expect(answers.length).toBeLessThanOrEqual(countAtMost(Object.keys(worth).length));
      }),
    );
  });

  it('says truly how many questions are left at most', () => {
    fc.assert(
      fc.property(worths, (worth) => {
        const { answers } = sortByAsking(worth);
        for (let asked = 0; asked < answers.length; asked += 1) {
          const step = findNextPair(Object.keys(worth), answers.slice(0, asked));
          expect(step).toMatchObject({ kind: 'ask' });
          if (step.kind === 'ask')
            expect(step.atMost).toBeGreaterThanOrEqual(answers.length - asked);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('goes on where it stopped, whatever order the answers are kept in', () => {
    fc.assert(
      fc.property(worths, fc.nat(20), (worth, asked) => {
        const whole = sortByAsking(worth);
        const begun = sortByAsking(worth, [], asked);
        const resumed = sortByAsking(worth, begun.answers.toReversed());
        expect(resumed.answers.length).toBe(whole.answers.length);
        expect(resumed.step).toEqual(whole.step);
      }),
    );
  });

  it('puts one more item among sorted ones by halving', () => {
    const worth = Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`ST-${i + 10}`, i]));
    const { answers } = sortByAsking(worth);
    for (const id of ['ST-00', 'ST-17b', 'ST-99']) {
      const more = sortByAsking({ ...worth, [id]: 7.5 }, answers);
      expect(more.answers.length - answers.length).toBeLessThanOrEqual(4);
    }
  });
});

describe('answers taken together', () => {
  const say = (text: string): PairAnswer => {
    const [first = '', verdict = '', second = ''] = text.split(' ');
    return { first, verdict: verdict as PairAnswer['verdict'], second };
  };

  it('say what follows from them', () => {
    const { compare } = relateAnswers(['a more b', 'b same c', 'd less c'].map(say));
    expect(compare('a', 'd')).toBe(1);
    expect(compare('d', 'a')).toBe(-1);
    expect(compare('b', 'c')).toBe(0);
    expect(compare('a', 'e')).toBeNull();
  });

  it('set aside what contradicts the ones before', () => {
    const circle = ['a more b', 'b more c', 'c more a', 'a same c'].map(say);
    const { compare, contradictions } = relateAnswers(circle);
    expect(contradictions).toEqual(circle.slice(2));
    expect(compare('a', 'c')).toBe(1);
  });
});
