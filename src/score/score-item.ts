import type { Details, ScoreModel } from './define-model.js';
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
  /** What the model says beside the score: a category, a quadrant. */
  readonly details?: Details;
}

/** An item's score and benefit by a model, always finite numbers or null. */
export function scoreItem(item: ScoredFields, model: ScoreModel): ItemScore {
  const read = readInputs(item, model);
  if (model.lacks !== undefined) return refuse(read, model, model.lacks);
  const { inputs, missing, invalid, warnings } = read;
  const isComplete = missing.length === 0 && invalid.length === 0;
  const score = isComplete ? model.score(inputs) : null;
  const benefit = isComplete || hasBenefitInputs(read, model) ? model.benefit(inputs) : null;

  // Sound inputs can still overflow, or divide by next to nothing.
  if (!Number.isFinite(score ?? 0) || !Number.isFinite(benefit ?? 0)) {
    const given = Object.entries(inputs).map(([key, value]) => `${key} ${String(value)}`);
    const values = given.length > 0 ? ` with ${given.join(', ')}` : '';
    const fault = `${model.formula} is not a finite number${values}`;
    return { ...refuse(read, model, fault), benefit: keepFinite(benefit) };
  }
  // Named one by one: spreading costs a large backlog more than scoring does.
  const scored = { inputs, missing, invalid, warnings, score, benefit };
  const details = score === null ? undefined : model.details?.(inputs);
  if (!read.ranges && !details) return scored;
  return {
    ...scored,
    ...(read.ranges ? { ranges: read.ranges } : {}),
    ...(details ? { details } : {}),
  };
}

function hasBenefitInputs({ inputs }: ReadInputs, model: ScoreModel): boolean {
  return model.inputs.every(({ key, role }) => role !== 'benefit' || Object.hasOwn(inputs, key));
}

function keepFinite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

function refuse(read: ReadInputs, { id }: ScoreModel, message: string): ItemScore {
  const fault: InputProblem = { key: 'score', field: `score.${id}`, value: null, message };
  return { ...read, invalid: [...read.invalid, fault], score: null, benefit: null };
}
