import { type FieldSpec, type FieldSpecs, fieldsOfType } from '../field.js';
import { readText } from '../item.js';
import { emptyMap, type Fields, isEqualValue, isList, isMap, type Value } from '../value.js';
import { mergeLists } from './merge-lists.js';

export type FieldPath = readonly [string, ...string[]];

/** Frontmatter merged three ways by meaning, whatever the files look like. */
export interface MergedFields {
  /** Where there is a conflict, our value, or theirs where we have none. */
  readonly fields: Fields;
  readonly conflicts: readonly FieldPath[];
  /** The item was moved on both sides. */
  readonly isMovedTwice: boolean;
  /** Both sides changed the document's records, in two ways. */
  readonly isRecordContested: boolean;
}

interface Merge {
  readonly specs: FieldSpecs;
  readonly isRecordContested: boolean;
  readonly conflicts: FieldPath[];
}

/** Each field as its schema says: values as they are, maps key by key, lists as sets, records whole. */
export function mergeFields(base: Fields, ours: Fields, theirs: Fields): MergedFields {
  const specs = fieldsOfType(readText(ours['type']));
  const isRecordContested = areRecordsContested(specs, base, ours, theirs);
  const merge: Merge = { specs, isRecordContested, conflicts: [] };
  const fields = mergeMaps(base, ours, theirs, [], merge);
  const isMovedTwice =
    typeof ours['rank'] === 'string' &&
    typeof theirs['rank'] === 'string' &&
    new Set([base['rank'], ours['rank'], theirs['rank']]).size === 3;
  return { fields, conflicts: merge.conflicts, isMovedTwice, isRecordContested };
}

/** Whether both sides changed what makes sense only whole, and not in the same way. */
function areRecordsContested(
  specs: FieldSpecs,
  base: Fields,
  ours: Fields,
  theirs: Fields,
): boolean {
  const keys = Object.keys(specs).filter((key) => specs[key]?.merge === 'record');
  const differ = (a: Fields, b: Fields) => keys.some((key) => !isEqualValue(a[key], b[key]));
  return differ(base, ours) && differ(base, theirs) && differ(ours, theirs);
}

function mergeMaps(
  base: Fields,
  ours: Fields,
  theirs: Fields,
  path: readonly string[],
  merge: Merge,
): Fields {
  const merged = emptyMap();
  const get = (map: Fields, key: string) => (Object.hasOwn(map, key) ? map[key] : undefined);
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const values = [get(base, key), get(ours, key), get(theirs, key)] as const;
    const value = mergeValues(...values, [...path, key] as unknown as FieldPath, merge);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

function mergeValues(
  base: Value | undefined,
  ours: Value | undefined,
  theirs: Value | undefined,
  path: FieldPath,
  merge: Merge,
): Value | undefined {
  if (isEqualValue(ours, theirs)) return ours;
  const spec = path.length === 1 ? specOf(merge.specs, path[0]) : undefined;
  if (spec?.merge !== 'record' || !merge.isRecordContested) {
    if (isEqualValue(theirs, base)) return ours;
    if (isEqualValue(ours, base)) return theirs;
  }
  if (isMap(ours) && isMap(theirs)) {
    return mergeMaps(isMap(base) ? base : {}, ours, theirs, path, merge);
  }
  if (path.length === 1 && path[0] === 'rank') {
    const rank = smallerRank(ours, theirs);
    if (rank !== undefined) return rank;
  }
  const lists = readLists(spec, path, [base, ours, theirs]);
  const list = lists && mergeLists(...lists, spec);
  if (list) return list;
  merge.conflicts.push(path);
  return ours ?? theirs;
}

function specOf(specs: FieldSpecs, key: string): FieldSpec | undefined {
  return Object.hasOwn(specs, key) ? specs[key] : undefined;
}

/** An item that was moved on both sides, or on one and lost its place on the other. */
function smallerRank(ours: Value | undefined, theirs: Value | undefined): string | undefined {
  const ranks = [ours, theirs].filter((rank) => typeof rank === 'string');
  return ranks.sort((a, b) => (a < b ? -1 : 1))[0];
}

type List = readonly Value[];
type Sides<T> = readonly [base: T, ours: T, theirs: T];

/**
 * The three as lists, where the field is one that merges so: a text alone is a list of one, nothing
 * an empty one. Of a field without a schema only plain words are taken for a set.
 */
function readLists(
  spec: FieldSpec | undefined,
  path: FieldPath,
  sides: Sides<Value | undefined>,
): Sides<List> | null {
  const [base, ours, theirs] = sides;
  if (spec !== undefined && spec.type !== 'list') return null;
  if (spec === undefined && !(path.length === 1 && isWords(ours) && isWords(theirs))) return null;
  if (isMap(ours) || isMap(theirs)) return null;
  const read = (value: Value | undefined) =>
    isList(value) ? value : value === undefined || value === null || isMap(value) ? [] : [value];
  return [spec === undefined && !isList(base) ? [] : read(base), read(ours), read(theirs)];
}

function isWords(value: Value | undefined): boolean {
  return isList(value) && value.every((one) => typeof one === 'string');
}
