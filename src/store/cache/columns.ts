import type { Value } from '../../item/document.js';
import { isList, isMap } from '../../item/value.js';
import { readIntegers, type Sections } from './sections.js';

/** Begins the names of the columns' sections. */
export const columnPrefix = 'column:';
/** Begins the names of those that say, for a column of repeated values, which one a row has. */
export const choicePrefix = 'choice:';
/** The section of what has no column of its own: maps by key. */
export const rareColumn = 'rare';

/** The value of a key in a row; null too for a row that has no such key. */
export type ReadValue = (key: string, row: number) => Value;

export interface Columns {
  readonly value: ReadValue;
  /** False where no value of the key has the text in it, in any case: no column is decoded. */
  mayHold(key: string, text: string): boolean;
}

interface Column {
  /** By row; or each once, for `choices` to point to. */
  readonly values: Value[];
  readonly choices: Uint32Array | null;
}

/** Decodes a column when the first of its values is asked for. */
export function openColumns(sections: Sections<unknown>): Columns {
  const known = new Map<string, Column | null>();
  const decode = (key: string) => {
    const bytes = sections.section(columnPrefix + key);
    const choices = sections.section(choicePrefix + key);
    const column =
      bytes.length === 0
        ? null
        : {
            values: parseValues(bytes),
            choices: choices.length === 0 ? null : readIntegers(choices),
          };
    known.set(key, column);
    return column;
  };
  let rare: Value[] | undefined;
  return {
    value(key, row) {
      const found = known.get(key);
      const column = found === undefined ? decode(key) : found;
      if (column) return finish(column.values, column.choices?.[row] ?? row);
      rare ??= parseValues(sections.section(rareColumn));
      const map = finish(rare, row);
      return isMap(map) ? (map[key] ?? null) : null;
    },
    mayHold(key, text) {
      if (!PLAIN.test(text)) return true;
      const own = sections.section(columnPrefix + key);
      const bytes = own.length > 0 ? own : sections.section(rareColumn);
      return bytes.toString('latin1').toUpperCase().includes(text.toUpperCase());
    },
  };
}

/** What JSON spells as it is, and case changes to its like only. */
const PLAIN = /^[A-Za-z0-9 _.-]+$/;

function parseValues(bytes: Buffer): Value[] {
  return JSON.parse(bytes.toString('utf8')) as Value[];
}

function finish(values: Value[], index: number): Value {
  const value = values[index] ?? null;
  if (typeof value !== 'object' || value === null) return value;
  const finished = withoutPrototypes(value);
  values[index] = finished;
  return finished;
}

/** Maps as the reader of YAML makes them: whatever a key is called, it is only a key. */
function withoutPrototypes(value: Value): Value {
  if (isList(value)) return value.some(isObject) ? value.map(withoutPrototypes) : value;
  if (!isMap(value) || Object.getPrototypeOf(value) === null) return value;
  const map: { [key: string]: Value } = Object.create(null);
  for (const [key, inner] of Object.entries(value)) map[key] = withoutPrototypes(inner);
  return map;
}

function isObject(value: Value): boolean {
  return typeof value === 'object' && value !== null;
}
