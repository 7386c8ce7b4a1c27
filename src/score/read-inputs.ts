import type { Fields, Value } from '../item/document.js';
import type { ModelInput, ModelInputs, ScoreModel } from './define-model.js';

export interface InputProblem {
  /** The input's key in the model. */
  readonly key: string;
  /** Where it was read: `score.wsjf.value`, `score.value` or `points`. */
  readonly field: string;
  readonly value: Value;
  readonly message: string;
}

export interface ReadInputs {
  /** Those that are there and sound; only finite numbers. */
  readonly inputs: ModelInputs;
  /** Keys nothing answers, in the model's order. */
  readonly missing: readonly string[];
  readonly invalid: readonly InputProblem[];
  /** Sound, but outside the suggested scale. */
  readonly warnings: readonly InputProblem[];
}

export interface ScoredFields {
  /** The frontmatter's `score` map. */
  readonly score: Fields | undefined;
  readonly points: number | null;
}

/** Reads a model's inputs; `score.<model>.<key>` wins over `score.<key>`, then the default field. */
export function readInputs(item: ScoredFields, model: ScoreModel): ReadInputs {
  const inputs: Record<string, number> = {};
  const missing: string[] = [];
  const invalid: InputProblem[] = [];
  const warnings: InputProblem[] = [];

  for (const input of model.inputs) {
    const found = findInput(item, model.id, input);
    if (!found) {
      missing.push(input.key);
      continue;
    }
    const { field, value } = found;
    const message = describeFault(value, input, field);
    if (message !== null || typeof value !== 'number') {
      invalid.push({ key: input.key, field, value, message: message ?? '' });
      continue;
    }
    inputs[input.key] = value;
    // Points have a scale of their own; only what was given for the model is held to the model's.
    if (field !== input.defaultFrom && input.scale && !input.scale.includes(value)) {
      warnings.push({
        key: input.key,
        field,
        value,
        message: describeOffScale(field, input.scale),
      });
    }
  }
  return { inputs, missing, invalid, warnings };
}

function findInput(
  item: ScoredFields,
  modelId: string,
  input: ModelInput,
): { readonly field: string; readonly value: Value } | null {
  const own = readKey(item.score?.[modelId], input.key);
  if (own !== null) return { field: `score.${modelId}.${input.key}`, value: own };
  const shared = readKey(item.score, input.key);
  if (shared !== null) return { field: `score.${input.key}`, value: shared };
  if (input.defaultFrom === undefined || item.points === null) return null;
  return { field: input.defaultFrom, value: item.points };
}

function readKey(map: Value | undefined, key: string): Value {
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return null;
  return Object.hasOwn(map, key) ? ((map as Fields)[key] ?? null) : null;
}

function describeFault(value: Value, { sign }: ModelInput, field: string): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return `${field} must be a number, not ${describeValue(value)}`;
  }
  if (sign === 'positive' && value <= 0) return `${field} must be above 0, not ${value}`;
  if (value < 0) return `${field} must be 0 or more, not ${value}`;
  return null;
}

function describeValue(value: Value): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'a map';
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function describeOffScale(field: string, scale: readonly number[]): string {
  return `${field} is not on the suggested scale (${scale[0]} to ${scale.at(-1)})`;
}
