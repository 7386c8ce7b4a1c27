import type { Item } from '../item/item.js';
import { asDeclared } from '../item/scalar-rule.js';
import { type Fields, isMap, type Value } from '../item/value.js';
import type { InputRange, ModelInput, ModelInputs, ScoreModel } from './define-model.js';
import { readValue } from './read-value.js';

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
  /** Reads the frontmatter, for models that use fields of the team's own. */
  readonly field?: (key: string) => Value | undefined;
}

export function scoredFields({ score, points, document }: Item): ScoredFields {
  return { score, points, field: (key) => document.field(key) };
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
  const own = toMap(item.score?.[model.id]);

  for (const input of model.inputs) {
    const { key } = input;
    let place: Place = 'own';
    let value = own ? readKey(own, key) : null;
    if (value === null && item.score) {
      place = 'shared';
      value = readKey(item.score, key);
    }
    if (value === null && input.defaultFrom !== undefined) {
      place = 'default';
      value = readDefault(item, input.defaultFrom);
    }
    if (value === null) {
      missing = [...(missing ?? none), key];
      continue;
    }
    // Most values are plain and on the scale: nothing more to read, to say or to allocate.
    if (typeof value === 'number' && isPlain(value, input, place)) {
      inputs[key] = value;
      continue;
    }
    const read = readValue(value, input);
    if (!read.ok) {
      const field = nameField(place, model.id, input);
      invalid = [...(invalid ?? none), { key, field, value, message: `${field} ${read.fault}` }];
      continue;
    }
    inputs[key] = read.value;
    if (read.range) ranges = { ...ranges, [key]: read.range };
    // Points have a scale of their own; only what was given for the model is held to the model's.
    const warning = place === 'default' ? null : describeOffScale(read.value, read.range, input);
    if (warning !== null) {
      const field = nameField(place, model.id, input);
      warnings = [...(warnings ?? none), { key, field, value, message: `${field} ${warning}` }];
    }
  }
  const read = {
    inputs,
    missing: missing ?? none,
    invalid: invalid ?? none,
    warnings: warnings ?? none,
  };
  return ranges ? { ...read, ranges } : read;
}

function isPlain(value: number, input: ModelInput, place: Place): boolean {
  if (input.kind !== undefined && input.kind !== 'number') return false;
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) return false;
  if (place === 'default') return true;
  return input.scale ? input.scale.includes(value) : input.within === undefined;
}

/** Where an input's value stands, and what stands there; null where nothing does. */
export function findInput(
  item: ScoredFields,
  modelId: string,
  input: ModelInput,
): { readonly field: string; readonly value: Value } | null {
  const { key, defaultFrom } = input;
  const own = readKey(toMap(item.score?.[modelId]) ?? {}, key);
  if (own !== null) return { field: nameField('own', modelId, input), value: own };
  const shared = readKey(item.score ?? {}, key);
  if (shared !== null) return { field: nameField('shared', modelId, input), value: shared };
  const value = defaultFrom === undefined ? null : readDefault(item, defaultFrom);
  return value === null ? null : { field: nameField('default', modelId, input), value };
}

type Place = 'own' | 'shared' | 'default';

// Names are only made for what is said: ten thousand items have forty thousand of them.
function nameField(place: Place, modelId: string, { key, defaultFrom = '' }: ModelInput): string {
  if (place === 'default') return defaultFrom;
  return place === 'own' ? `score.${modelId}.${key}` : `score.${key}`;
}

function readDefault({ points, field }: ScoredFields, name: string): Value {
  return name === 'points' ? points : asDeclared('number', field?.(name) ?? null);
}

function readKey(map: Fields, key: string): Value {
  const value = map[key] ?? null;
  // What plain objects inherit is never a number, and most values are.
  return typeof value === 'number' || value === null || Object.hasOwn(map, key) ? value : null;
}

function toMap(value: Value | undefined): Fields | undefined {
  return isMap(value) ? value : undefined;
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
