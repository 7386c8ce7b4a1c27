import type { ModelInput, ModelInputs, ScoreModel } from '../define-model.js';

export interface Criterion {
  readonly key: string;
  readonly weight: number;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly scale?: readonly number[] | undefined;
}

/** What `weighted` and `ahp` share: a rating for each criterion, times its weight, added up. */
export function makeWeightedSum(
  criteria: readonly Criterion[],
): Pick<ScoreModel, 'inputs' | 'score' | 'benefit' | 'direction' | 'isAmount'> {
  const sum = (inputs: ModelInputs) =>
    criteria.reduce((total, { key, weight }) => total + weight * Number(inputs[key]), 0);
  return {
    inputs: criteria.map(toInput),
    direction: 'highest-first',
    isAmount: true,
    score: sum,
    benefit: sum,
  };
}

function toInput({ key, weight, name, description, scale }: Criterion): ModelInput {
  const share = Number(weight.toFixed(3));
  return {
    key,
    name: name ?? key,
    description: description ?? `How much of it, on one scale for all items? It weighs ${share}.`,
    ...(scale ? { scale } : {}),
    sign: 'non-negative',
    role: 'benefit',
    effect: weight < 0 ? 'lowers' : 'raises',
  };
}
