import type { ModelInput, ScoreModel } from './define-model.js';
import {
  type InputProblem,
  type ReadInputs,
  readInputs,
  type ScoredFields,
} from './read-inputs.js';

export interface ItemScore extends ReadInputs {
  /** Null when an input is missing or unsound. */
  readonly score: number | null;
  /** Null when a benefit input is; a missing size does not hide it. */
  readonly benefit: number | null;
}

/** An item's score and benefit by a model, always finite numbers or null. */
export function scoreItem(item: ScoredFields, model: ScoreModel): ItemScore {
  const read = readInputs(item, model);
  const hasAll = (inputs: readonly ModelInput[]) => inputs.every(({ key }) => key in read.inputs);

  const benefitInputs = model.inputs.filter(({ role }) => role === 'benefit');
  const benefit = hasAll(benefitInputs) ? model.benefit(read.inputs) : null;
  const score = hasAll(model.inputs) ? model.score(read.inputs) : null;

  // Sound inputs can still overflow, or divide by next to nothing.
  const overflows = [benefit, score].some((value) => value !== null && !Number.isFinite(value));
  return {
    ...read,
    score: keepFinite(score),
    benefit: keepFinite(benefit),
    invalid: overflows ? [...read.invalid, describeOverflow(model)] : read.invalid,
  };
}

function keepFinite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

function describeOverflow(model: ScoreModel): InputProblem {
  const message = `${model.formula} is too large a number with these inputs`;
  return { key: 'score', field: `score.${model.id}`, value: null, message };
}
