import type { ScoreModel } from './define-model.js';
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
  const isComplete = read.missing.length === 0 && read.invalid.length === 0;
  const score = isComplete ? model.score(read.inputs) : null;
  const benefit = isComplete || hasBenefitInputs(read, model) ? model.benefit(read.inputs) : null;

  // Sound inputs can still overflow, or divide by next to nothing.
  const isFinite = Number.isFinite(score ?? 0) && Number.isFinite(benefit ?? 0);
  return {
    inputs: read.inputs,
    missing: read.missing,
    invalid: isFinite ? read.invalid : [...read.invalid, describeOverflow(model)],
    warnings: read.warnings,
    score: keepFinite(score),
    benefit: keepFinite(benefit),
  };
}

function hasBenefitInputs({ inputs }: ReadInputs, model: ScoreModel): boolean {
  return model.inputs.every(({ key, role }) => role !== 'benefit' || Object.hasOwn(inputs, key));
}

function keepFinite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

function describeOverflow(model: ScoreModel): InputProblem {
  const message = `${model.formula} is too large a number with these inputs`;
  return { key: 'score', field: `score.${model.id}`, value: null, message };
}
