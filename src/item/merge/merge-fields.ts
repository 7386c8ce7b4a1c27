import type { Fields, Value } from '../document.js';
import { listFields } from '../field.js';
import { emptyMap, isEqualValue, isList, isMap } from '../value.js';

export type FieldPath = readonly [string, ...string[]];

/** Frontmatter merged three ways by meaning, whatever the files look like. */
export interface MergedFields {
  /** Where there is a conflict, our value, or theirs where we have none. */
  readonly fields: Fields;
  readonly conflicts: readonly FieldPath[];
  /** The item was moved on both sides. */
  readonly isMovedTwice: boolean;
}

/** Each key by itself: scalars as they are, lists as ordered sets, maps key by key. */
export function mergeFields(base: Fields, ours: Fields, theirs: Fields): MergedFields {
  const conflicts: FieldPath[] = [];
  const fields = mergeMaps(base, ours, theirs, [], conflicts);
  const isMovedTwice =
    typeof ours['rank'] === 'string' &&
    typeof theirs['rank'] === 'string' &&
    new Set([base['rank'], ours['rank'], theirs['rank']]).size === 3;
  return { fields, conflicts, isMovedTwice };
}

function mergeMaps(
  base: Fields,
  ours: Fields,
  theirs: Fields,
  path: readonly string[],
  conflicts: FieldPath[],
): Fields {
  const merged = emptyMap();
  const get = (map: Fields, key: string) => (Object.hasOwn(map, key) ? map[key] : undefined);
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const values = [get(base, key), get(ours, key), get(theirs, key)] as const;
    const value = mergeValues(...values, [...path, key] as unknown as FieldPath, conflicts);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

function mergeValues(
  base: Value | undefined,
  ours: Value | undefined,
  theirs: Value | undefined,
  path: FieldPath,
  conflicts: FieldPath[],
): Value | undefined {
  if (isEqualValue(theirs, base) || isEqualValue(ours, theirs)) return ours;
  if (isEqualValue(ours, base)) return theirs;
  if (isMap(ours) && isMap(theirs)) {
    return mergeMaps(isMap(base) ? base : {}, ours, theirs, path, conflicts);
  }
  if (path.length === 1 && path[0] === 'rank') {
    const rank = smallerRank(ours, theirs);
    if (rank !== undefined) return rank;
  }
  const lists = readLists(base, ours, theirs, path);
  if (lists !== null) {
    const list = mergeLists(...lists);
    if (list !== null) return list;
  }
  conflicts.push(path);
  return ours ?? theirs;
}

/** An item that was moved on both sides, or on one and lost its place on the other. */
function smallerRank(ours: Value | undefined, theirs: Value | undefined): string | undefined {
  const ranks = [ours, theirs].filter((rank) => typeof rank === 'string');
  return ranks.sort((a, b) => (a < b ? -1 : 1))[0];
}

type List = readonly Value[];

/** The three as lists, where the field is one: a text alone is a list of one, nothing an empty one. */
function readLists(
  base: Value | undefined,
  ours: Value | undefined,
  theirs: Value | undefined,
  path: FieldPath,
): readonly [List, List, List] | null {
  const isListField = path.length === 1 && listFields.has(path[0]);
  if (!isListField && !(isList(ours) && isList(theirs))) return null;
  const read = (value: Value | undefined) =>
    isList(value) ? value : value === undefined || value === null ? [] : [value];
  if ([ours, theirs].some(isMap)) return null;
  return [isList(base) || isListField ? read(base) : [], read(ours), read(theirs)];
}

/**
 * An ordered set: what either side took out is gone, what either put in is there, after what it
 * followed. Null when both changed one record (a map with an id) in two ways.
 */
function mergeLists(base: List, ours: List, theirs: List): List | null {
  const [was, mine, yours] = [base, ours, theirs].map(keyElements) as [Keyed, Keyed, Keyed];
  const merged = new Map<string, Value>();
  for (const [key, value] of mine) {
    if (was.has(key) && !yours.has(key)) {
      if (!isEqualValue(was.get(key), value)) return null;
      continue;
    }
    const other = yours.get(key);
    if (other === undefined || isEqualValue(value, other)) merged.set(key, value);
    else if (isEqualValue(value, was.get(key))) merged.set(key, other);
    else if (isEqualValue(other, was.get(key))) merged.set(key, value);
    else return null;
  }
  const order = [...merged.keys()];
  let before: string | null = null;
  for (const [key, value] of yours) {
    if (!merged.has(key)) {
      if (was.has(key) && isEqualValue(was.get(key), value)) continue;
      if (was.has(key)) return null;
      // What is put in at one place stands in the order ours, theirs.
      let at = before === null ? 0 : order.indexOf(before) + 1;
      while (at < order.length && !yours.has(order[at] ?? '') && !was.has(order[at] ?? '')) at += 1;
      order.splice(at, 0, key);
      merged.set(key, value);
    }
    before = key;
  }
  return sortEvents(order.map((key) => merged.get(key) as Value));
}

type Keyed = ReadonlyMap<string, Value>;

/** Elements by what they are, a record by its id; the second of two equal ones is another. */
function keyElements(list: List): Keyed {
  const counts = new Map<string, number>();
  return new Map(
    list.map((value) => {
      const name = nameElement(value);
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      return [`${count} ${name}`, value];
    }),
  );
}

function nameElement(value: Value): string {
  if (isMap(value) && Object.hasOwn(value, 'id')) return `id ${JSON.stringify(value['id'])}`;
  return typeof value === 'number' ? `number ${value}` : JSON.stringify(value);
}

/** A list that is a history (`2026-11-26 +2026-S24 5`, `2026-11-26 42`) stays in the order of its days. */
function sortEvents(list: List): List {
  const dayOf = (value: Value) =>
    typeof value === 'string' ? (/^\d{4}-\d{2}-\d{2}(?= )/.exec(value)?.[0] ?? null) : null;
  if (!list.every((value) => dayOf(value) !== null)) return list;
  return [...list].sort((a, b) => {
    const [left = '', right = ''] = [dayOf(a) ?? '', dayOf(b) ?? ''];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}
