import * as fc from 'fast-check';
import type { SelectionProblem } from '../../src/plan/solver/selection-problem.js';

const sizes = fc.constantFrom(0, 1, 2, 3, 5, 8);
// Few different values, so that ties are the rule.
const values = fc.constantFrom(0, 0, 1, 2, 3, 5, 8, 13, -1);
const skillNames = ['design', 'code'];

function sometimes<T>(arbitrary: fc.Arbitrary<T>, otherwise: T): fc.Arbitrary<T> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(otherwise) }, { weight: 2, arbitrary });
}

/** Selection problems of up to 16 items with every kind of constraint; whole numbers or parts. */
export const selectionProblems: fc.Arbitrary<SelectionProblem> = fc
  .integer({ min: 1, max: 16 })
  .chain((count) => {
    const ids = Array.from({ length: count }, (_, index) => `I${index}`);
    const some = (most: number) => fc.uniqueArray(fc.constantFrom(...ids), { maxLength: most });
    const part = fc.record({
      size: sizes,
      value: values,
      requires: sometimes(some(2), []),
      excludes: sometimes(some(1), []),
      skills: sometimes(fc.subarray(skillNames), []),
      shares: sometimes(fc.dictionary(fc.constantFrom(...skillNames), sizes), {}),
    });
    return fc.record({
      parts: fc.array(part, { minLength: count, maxLength: count }),
      capacity: fc.integer({ min: 0, max: 30 }),
      must: some(1),
      not: some(1),
      groups: fc.array(fc.record({ value: fc.constantFrom(0, 3, 8), items: some(3) }), {
        maxLength: 3,
      }),
      skills: fc.dictionary(fc.constantFrom(...skillNames), fc.integer({ min: 0, max: 15 })),
      limits: fc.array(fc.record({ capacity: fc.integer({ min: 0, max: 12 }), items: some(6) }), {
        maxLength: 2,
      }),
      goal: sometimes(fc.record({ items: some(8), share: fc.constantFrom(0, 0.3, 0.5, 0.6, 1) }), {
        items: [],
        share: 0,
      }),
      unit: fc.constantFrom(1, 0.1, 0.25, 1 / 3),
    });
  })
  .map(({ parts, unit, ...rest }): SelectionProblem => {
    const scale = (numbers: Readonly<Record<string, number>>) =>
      Object.fromEntries(Object.entries(numbers).map(([key, each]) => [key, each * unit]));
    return {
      items: parts.map(({ size, value, requires, excludes, skills, shares }, index) => ({
        id: `I${index}`,
        size: size * unit,
        value: value * unit,
        requires: requires.filter((id) => id !== `I${index}`),
        excludes: excludes.filter((id) => id !== `I${index}`),
        skills: index % 2 === 0 ? skills : scale(shares),
      })),
      capacity: rest.capacity * unit,
      must: rest.must,
      not: rest.not,
      groups: rest.groups.map((group, index) => ({
        ...group,
        value: group.value * unit,
        id: `G${index}`,
      })),
      skills: scale(rest.skills),
      limits: rest.limits.map((limit, index) => ({
        ...limit,
        capacity: limit.capacity * unit,
        id: `L${index}`,
      })),
      ...(rest.goal.share > 0 ? { goal: rest.goal } : {}),
    };
  });
