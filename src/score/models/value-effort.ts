import { defineModel, type ScoreModel } from '../define-model.js';

/** Where "much" begins, on each axis. */
export interface QuadrantBounds {
  readonly value: number;
  readonly effort: number;
}

export type Quadrant = 'quick win' | 'big bet' | 'fill-in' | 'money pit';

// The middle of 1 to 10; among points it parts 1, 2, 3, 5 from 8, 13, 21.
export const middleBounds: QuadrantBounds = { value: 5.5, effort: 5.5 };

/** Value against effort, in four fields. A value on the line is high, an effort on it is low. */
export function findQuadrant(value: number, effort: number, bounds = middleBounds): Quadrant {
  const isCheap = effort <= bounds.effort;
  if (value >= bounds.value) return isCheap ? 'quick win' : 'big bet';
  return isCheap ? 'fill-in' : 'money pit';
}

export function makeValueEffort(bounds: QuadrantBounds = middleBounds): ScoreModel {
  return defineModel({
    id: 'value-effort',
    name: 'Value against effort',
    summary: 'Quick wins first: value per unit of effort.',
    inputs: [
      {
        key: 'value',
        name: 'Value',
        description: 'How much value does it bring to users and the business, from 1 to 10?',
        within: [1, 10],
        sign: 'non-negative',
        role: 'benefit',
      },
      {
        key: 'effort',
        name: 'Effort',
        description: 'How much work is it, from 1 to 10? Default: the points.',
        within: [1, 10],
        sign: 'positive',
        role: 'size',
        defaultFrom: 'points',
      },
    ],
    formula: 'value / effort',
    direction: 'highest-first',
    settings: `rank.value-effort: {value: ${bounds.value}, effort: ${bounds.effort}}, where the quadrants meet`,
    source:
      'The 2 × 2 of value and effort, also action priority matrix: https://www.mindtools.com/agst6d0/the-action-priority-matrix',
    examples: [
      {
        name: 'A quick win',
        inputs: { value: 8, effort: 2 },
        score: 4,
        source: 'by hand: 8 / 2',
      },
    ],
    score: ({ value, effort }) => value / effort,
    benefit: ({ value }) => value,
    details: ({ value, effort }) => ({ quadrant: findQuadrant(value, effort, bounds) }),
  });
}

export const valueEffort = makeValueEffort();
