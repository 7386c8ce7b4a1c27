import { failure, type Result, success, usage } from '../../text/problem.js';
import type { ScoreModel } from '../define-model.js';
import { type Criterion, makeWeightedSum } from './weighted-sum.js';

export interface WeightedSettings {
  readonly criteria: Readonly<Record<string, number | string | Omit<WeightedCriterion, 'key'>>>;
}

interface WeightedCriterion extends Omit<Criterion, 'weight'> {
  readonly weight: number | string;
}

/** Before `backlog.yaml` names any criteria. */
export const weighted: ScoreModel = {
  ...makeWeightedSum([]),
  id: 'weighted',
  name: 'Weighted criteria',
  summary: 'Your own criteria, each with a weight; costs have a negative weight.',
  formula: 'the sum of weight * rating over the criteria',
  source:
    'The weighted sum model: P. C. Fishburn, "Additive Utilities with Incomplete Product Sets", Operations Research 15(3), 1967',
  lacks:
    'weighted needs rank.weighted in backlog.yaml, such as criteria: {revenue: 40%, retention: 60%}',
  examples: [
    {
      name: 'Alternative A1 of three',
      settings: { weighted: { criteria: { c1: 0.2, c2: 0.15, c3: 0.4, c4: 0.25 } } },
      inputs: { c1: 25, c2: 20, c3: 15, c4: 30 },
      score: 21.5,
      source:
        'E. Triantaphyllou, Multi-Criteria Decision Making (2000), chapter 2, by way of https://en.wikipedia.org/wiki/Weighted_sum_model',
    },
  ],
};

/** The plain sum: weights are not made to add up to 1, so that printed totals come out. */
export function makeWeighted(settings: WeightedSettings | undefined): Result<ScoreModel> {
  if (!settings) return usage(weighted.lacks ?? '');
  const criteria: Criterion[] = [];
  for (const [key, given] of Object.entries(settings.criteria)) {
    const { weight, ...rest } = typeof given === 'object' ? given : { weight: given };
    const number = readWeight(weight);
    if (!Number.isFinite(number)) {
      return refuse(`rank.weighted.criteria.${key}: a weight is a number or a percentage`);
    }
    criteria.push({ key, weight: number, ...rest });
  }
  if (criteria.every(({ weight }) => weight === 0)) {
    return refuse('rank.weighted.criteria: all weights are 0, so nothing comes first');
  }
  const { lacks: _, ...base } = weighted;
  return success({
    ...base,
    ...makeWeightedSum(criteria),
    formula: criteria.map(({ key, weight }) => `${weight} * ${key}`).join(' + '),
    facts: criteria.map(({ key, weight }) => [`weight of ${key}`, String(weight)] as const),
  });
}

function readWeight(weight: number | string): number {
  if (typeof weight === 'number') return weight;
  const [, digits] = /^\s*(-?[\d.]+)\s*%\s*$/.exec(weight) ?? [];
  return digits === undefined ? Number.NaN : Number(`${digits}e-2`);
}

function refuse(message: string): Result<never> {
  return failure({ kind: 'usage', path: 'backlog.yaml', message });
}
