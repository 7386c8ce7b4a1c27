import { type FieldType, typesOfField } from './field.js';
import { emptyMap, isList, isMap, type Value } from './value.js';
import { writeScalar } from './yaml/yaml-text.js';

/**
 * What a plain `1.10`, `007` or `true` is to a field: its text as it stands in the file, or the
 * number or truth value YAML takes it for. A field that no schema knows is `open`: the value where
 * it says all that stands there, else the text. The ids in `records` are texts, all else is not.
 */
export type ScalarRule = 'text' | 'yaml' | 'records' | 'open';

/** The rule of each top-level key. */
export type ScalarRules = (key: string) => ScalarRule;

/** Of frontmatter, as the schema has its fields. */
export const fieldRules: ScalarRules = (key) => {
  const types = typesOfField(key);
  if (types.length === 0) return 'open';
  if (types.includes('records')) return 'records';
  return types.every((type) => texts.has(type)) ? 'text' : 'yaml';
};

const texts: ReadonlySet<FieldType> = new Set(['text', 'day', 'list']);

/** Below a map the schema says nothing, save of records. */
export function ruleBelow(rule: ScalarRule, key: string): ScalarRule {
  if (rule !== 'records') return 'yaml';
  return key === 'id' ? 'text' : 'records';
}

/** A plain scalar that YAML takes for a number or truth value. */
export interface WrittenScalar {
  readonly source: string;
  readonly value: number | boolean;
}

export function readScalarAs(rule: ScalarRule, { source, value }: WrittenScalar): Value {
  if (rule === 'text') return source;
  return rule !== 'open' || String(value) === source ? value : source;
}

/** A value as it is read back from the field at a path: a number is a text in a field of texts. */
export function fitToField(path: readonly string[], value: Value): Value {
  const [key = '', ...below] = path;
  return fitTo(below.reduce(ruleBelow, fieldRules(key)), value);
}

function fitTo(rule: ScalarRule, value: Value): Value {
  if (isList(value)) return value.map((one) => fitTo(rule, one));
  if (isMap(value)) {
    const map = emptyMap();
    for (const [key, inner] of Object.entries(value)) map[key] = fitTo(ruleBelow(rule, key), inner);
    return map;
  }
  if (value === null || typeof value === 'string') return value;
  return readScalarAs(rule, { source: writeScalar(value, { inFlow: false }), value });
}

/** A value of a field the team has declared, which its files do not know, as that type. */
export function asDeclared(type: FieldType | undefined, value: Value): Value {
  if (type === 'number') return typeof value === 'string' ? readNumber(value) : value;
  if (type === undefined || !texts.has(type)) return value;
  if (isList(value)) return value.map((one) => asDeclared(type, one));
  return typeof value === 'object' ? value : String(value);
}

/** A text that is no number stays one. */
function readNumber(text: string): Value {
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}
