import { emptyMap, isList, isMap, type Value } from '../../item/value.js';
import { readIntegers, type Sections } from './sections.js';

/** Begins the names of the columns' sections. */
export const columnPrefix = 'column:';
/** Begins the names of those that say, for a column of repeated values, which one a row has. */
export const choicePrefix = 'choice:';
/** Begins the names of those that say, for any other column, where each value ends, in bytes. */
export const endsPrefix = 'ends:';
/** The section of what has no column of its own: maps by key. */
export const rareColumn = 'rare';

/** The value of a key in a row; null too for a row that has no such key. */
export type ReadValue = (key: string, row: number) => Value;

export interface Columns {
  readonly value: ReadValue;
  /** Rows whose value of the key may have the text in it, in any case; null for any. */
  rowsHolding(key: string, text: string): readonly number[] | null;
}

interface Column {
  value(row: number): Value;
  /** Rows whose value has a text in it, as `spell` gives it. */
  rowsHolding(spelled: string): readonly number[];
}

/** Decodes a column when the first of its values is asked for. */
export function openColumns(sections: Sections<unknown>): Columns {
  const known = new Map<string, Column | null>();
  const columnOf = (key: string) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const column = openColumn(sections, key);
    known.set(key, column);
    return column;
  };
  let rare: Value[] | undefined;
  return {
    value(key, row) {
      const column = columnOf(key);
      if (column) return column.value(row);
      rare ??= parseValues(sections.section(rareColumn));
      const map = finish(rare, row);
      return isMap(map) ? (map[key] ?? null) : null;
    },
    rowsHolding(key, text) {
      if (!PLAIN.test(text)) return null;
      const spelled = text.toUpperCase();
      const column = columnOf(key);
      if (column) return column.rowsHolding(spelled);
      return spell(sections.section(rareColumn)).includes(spelled) ? null : [];
    },
  };
}

/** What JSON spells as it is, and case changes to its like only. */
const PLAIN = /^[A-Za-z0-9 _.-]+$/;

/**
 * Bytes as text in which what is PLAIN is found in any case, at the same offsets. Bytes of other
 * letters lose a bit, so that more may be found than there is.
 */
function spell(bytes: Buffer): string {
  return bytes.toString('ascii').toUpperCase();
}

/** Null where there is none. */
function openColumn(sections: Sections<unknown>, key: string): Column | null {
  const bytes = sections.section(columnPrefix + key);
  if (bytes.length === 0) return null;
  const choices = sections.section(choicePrefix + key);
  if (choices.length > 0) return openChoices(parseValues(bytes), readIntegers(choices));
  return openValues(bytes, readIntegers(sections.section(endsPrefix + key)));
}

function openChoices(values: Value[], choiceOf: Uint32Array): Column {
  return {
    value: (row) => finish(values, choiceOf[row] ?? 0),
    rowsHolding(spelled) {
      const isHolding = values.map((value) =>
        JSON.stringify(value).toUpperCase().includes(spelled),
      );
      const rows: number[] = [];
      choiceOf.forEach((choice, row) => {
        if (isHolding[choice]) rows.push(row);
      });
      return rows;
    },
  };
}

/** So many values are decoded each by itself before all of a column are. */
const fewValues = 32;

function openValues(bytes: Buffer, ends: Uint32Array): Column {
  let asked = 0;
  let values: Value[] | undefined;
  // Each begins behind a bracket or comma.
  const startOf = (row: number) => (ends[row - 1] ?? 0) + 1;
  return {
    value(row) {
      asked += 1;
      if (!values && asked <= fewValues) {
        return finish([JSON.parse(bytes.toString('utf8', startOf(row), ends[row]))], 0);
      }
      values ??= parseValues(bytes);
      return finish(values, row);
    },
    rowsHolding(spelled) {
      const text = spell(bytes);
      const rows: number[] = [];
      for (let at = text.indexOf(spelled); at !== -1; ) {
        const row = findRow(ends, at);
        rows.push(row);
        at = text.indexOf(spelled, ends[row]);
      }
      return rows;
    },
  };
}

/** The first row that ends behind an offset. */
function findRow(ends: Uint32Array, offset: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

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
  const map = emptyMap();
  for (const [key, inner] of Object.entries(value)) map[key] = withoutPrototypes(inner);
  return map;
}

function isObject(value: Value): boolean {
  return typeof value === 'object' && value !== null;
}
