import { type Result, success, usage } from '../../text/problem.js';
import { type ComparisonSettings, readComparisons } from '../ahp/read-comparisons.js';
import {
  type RandomIndexName,
  solveComparisons,
  WORST_CONSISTENCY,
} from '../ahp/solve-comparisons.js';
import type { ScoreModel } from '../define-model.js';
import { makeWeightedSum } from './weighted-sum.js';

export interface AhpSettings extends ComparisonSettings {
  readonly index?: RandomIndexName | undefined;
}

const saaty =
  'Thomas L. Saaty, "Decision making with the analytic hierarchy process", International Journal of Services Sciences 1(1), 2008';

/** Before `backlog.yaml` compares any criteria. */
export const ahp: ScoreModel = {
  ...makeWeightedSum([]),
  id: 'ahp',
  name: 'Analytic hierarchy process',
  summary: 'Criteria weighted by pairwise comparison; each item is rated on every criterion.',
  formula: 'the sum of weight * rating over the criteria',
  source: saaty,
  lacks: 'ahp needs rank.ahp in backlog.yaml, such as comparisons: {value: {risk: 3, urgency: 2}}',
  examples: [
    {
      name: 'Two criteria, one three times as important',
      settings: { ahp: { comparisons: { value: { risk: 3 } } } },
      inputs: { value: 8, risk: 4 },
      score: 7,
      source: 'by hand: 0.75 × 8 + 0.25 × 4',
    },
  ],
};

export function makeAhp(settings: AhpSettings | undefined): Result<ScoreModel> {
  if (!settings) return usage(ahp.lacks ?? '');
  const read = readComparisons(settings);
  if (!read.ok) return read;
  const solved = solveComparisons(read.value, settings.index);
  if (!solved.ok) return solved;
  const { names, weights, consistencyRatio, missing } = solved.value;
  const { lacks: _, ...base } = ahp;
  const sum = makeWeightedSum(names.map((key, index) => ({ key, weight: weights[index] ?? 0 })));
  const ratio = consistencyRatio.toFixed(3);
  return success({
    ...base,
    inputs: sum.inputs,
    score: sum.score,
    benefit: sum.benefit,
    facts: [
      ...names.map(
        (name, index) => [`weight of ${name}`, (weights[index] ?? 0).toFixed(3)] as const,
      ),
      ['consistency ratio', ratio],
      ...(missing > 0 ? [['pairs not compared', String(missing)] as const] : []),
    ],
    warnings:
      consistencyRatio > WORST_CONSISTENCY
        ? [
            `rank.ahp: the comparisons contradict each other: consistency ratio ${ratio}, above ${WORST_CONSISTENCY}; look at them again`,
          ]
        : [],
  });
}
