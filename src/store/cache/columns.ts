import type { Value } from '../../item/document.js';
import { isList, isMap } from '../../item/value.js';
import type { Sections } from './sections.js';

/** Begins the names of the columns' sections. */
export const columnPrefix = 'column:';
/** The section of what has no column of its own: maps by key. */
export const rareColumn = 'rare';

/** The value of a key in a row; null too for a row that has no such key. */
export type ReadValue = (key: string, row: number) => Value;

/** Decodes a column when the first of its values is asked for. */
export function openColumns(sections: Sections<unknown>): ReadValue {
  const known = new Map<string, Value[] | null>();
  const decode = (key: string) => {
    const bytes = sections.section(columnPrefix + key);
    const values = bytes.length === 0 ? null : parseColumn(bytes);
    known.set(key, values);
    return values;
  };
  let rare: Value[] | undefined;
  return (key, row) => {
    const column = known.get(key);
    const values = column === undefined ? decode(key) : column;
    if (values) return finish(values, row);
    rare ??= parseColumn(sections.section(rareColumn));
    const map = finish(rare, row);
    return isMap(map) ? (map[key] ?? null) : null;
  };
}

function parseColumn(bytes: Buffer): Value[] {
  return JSON.parse(bytes.toString('utf8')) as Value[];
}

function finish(values: Value[], row: number): Value {
  const value = values[row] ?? null;
  if (typeof value !== 'object' || value === null) return value;
  const finished = withoutPrototypes(value);
  values[row] = finished;
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
