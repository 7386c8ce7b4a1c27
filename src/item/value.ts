/** A plain value: a text where the field is one, else as YAML's core types give it. Maps have no prototype. */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | { readonly [key: string]: Value };

export type Fields = { readonly [key: string]: Value };

/** Whether two values are the same: keys in any order, NaN equal to itself, -0 unlike 0. */
export function isEqualValue(a: Value | undefined, b: Value | undefined): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isList(a) || isList(b)) {
    if (!isList(a) || !isList(b) || a.length !== b.length) return false;
    return a.every((value, index) => isEqualValue(value, b[index]));
  }
  if (!isMap(a) || !isMap(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqualValue(a[key], b[key]))
  );
}

/**
 * A map without a prototype: whatever its keys are called, they are only keys. Of
 * `Object.create(null)` V8 makes a hash table; of this an object with a shape, which is smaller and
 * read twice as fast.
 */
export function emptyMap(): { [key: string]: Value } {
  return Object.setPrototypeOf({}, null);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isMap(value: Value | undefined): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a field that takes one or several holds. */
export function entriesOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

/** A text, number or truth value as text; empty for what is neither. */
export function plainText(value: Value): string {
  return typeof value === 'object' ? '' : String(value);
}

/** The value at a path of keys, or undefined where there is none. */
export function valueAt(value: Value, path: readonly string[]): Value | undefined {
  let at: Value | undefined = value;
  for (const key of path) {
    if (!isMap(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}
