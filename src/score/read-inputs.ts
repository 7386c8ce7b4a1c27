import type { Fields, Value } from '../item/document.js';
import type { ModelInput, ModelInputs, ScoreModel } from './define-model.js';
import { type InputRange, readValue } from './read-value.js';

export interface InputProblem {
  /** The input's key in the model. */
  readonly key: string;
  /** Where it was read: `score.wsjf.value`, `score.value` or `points`. */
  readonly field: string;
  readonly value: Value;
  readonly message: string;
}

export interface ReadInputs {
  /** Those that are there and sound; numbers are finite. A range counts as its likeliest value. */
  readonly inputs: ModelInputs;
  /** Those that were given as a range; absent when none was. */
  readonly ranges?: Readonly<Record<string, InputRange>>;
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
  /** All of the frontmatter, for models that read fields of the team's own. */
  readonly fields?: Fields;
}

// Most items have no faults: they share one empty list.
const none: readonly never[] = [];

/** Reads a model's inputs; `score.<model>.<key>` wins over `score.<key>`, then the default field. */
export function readInputs(item: ScoredFields, model: ScoreModel): ReadInputs {
  const inputs: ModelInputs & Record<string, ModelInputs[string]> = {};
  let ranges: Record<string, InputRange> | undefined;
  let missing: string[] | undefined;
  let invalid: InputProblem[] | undefined;
  let warnings: InputProblem[] | undefined;

  for (const input of model.inputs) {
    const { key } = input;
    const found = findInput(item, model.id, input);
    if (!found) {
      missing = [...(missing ?? none), key];
      continue;
    }
    const { field, value } = found;
    const read = readValue(value, input);
    if (!read.ok) {
      invalid = [...(invalid ?? none), { key, field, value, message: `${field} ${read.fault}` }];
      continue;
    }
    inputs[key] = read.value;
    if (read.range) ranges = { ...ranges, [key]: read.range };
    // Points have a scale of their own; only what was given for the model is held to the model's.
    const doubt =
      field === input.defaultFrom ? null : describeOffScale(read.value, read.range, input);
    if (doubt !== null) {
      warnings = [...(warnings ?? none), { key, field, value, message: `${field} ${doubt}` }];
    }
  }
  return {
    inputs,
    ...(ranges ? { ranges } : {}),
    missing: missing ?? none,
    invalid: invalid ?? none,
    warnings: warnings ?? none,
  };
}

/** Where an input's value stands, and what stands there; null where nothing does. */
export function findInput(
  item: ScoredFields,
  modelId: string,
  { key, defaultFrom }: ModelInput,
): { readonly field: string; readonly value: Value } | null {
  const own = readKey(item.score?.[modelId], key);
  if (own !== null) return { field: `score.${modelId}.${key}`, value: own };
  const shared = readKey(item.score, key);
  if (shared !== null) return { field: `score.${key}`, value: shared };
  if (defaultFrom === undefined) return null;
  const value = defaultFrom === 'points' ? item.points : readKey(item.fields, defaultFrom);
  return value === null ? null : { field: defaultFrom, value };
}

function readKey(map: Value | undefined, key: string): Value {
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return null;
  return Object.hasOwn(map, key) ? ((map as Fields)[key] ?? null) : null;
}

function describeOffScale(
  value: ModelInputs[string],
  range: InputRange | undefined,
  { scale, within, kind }: ModelInput,
): string | null {
  if (typeof value !== 'number') return null;
  const low = scale?.[0] ?? within?.[0] ?? Number.NEGATIVE_INFINITY;
  const high = scale?.at(-1) ?? within?.[1] ?? Number.POSITIVE_INFINITY;
  const isOn = range
    ? range.low >= low && range.high <= high
    : scale
      ? scale.includes(value)
      : value >= low && value <= high;
  if (isOn) return null;
  const write = (number: number) => (kind === 'percent' ? `${number * 100}%` : String(number));
  return `is not on the suggested scale (${write(low)} to ${write(high)})`;
}
