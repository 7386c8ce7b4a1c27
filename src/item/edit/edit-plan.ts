import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Splice } from '../../text/splice.js';
import { emptyMap, type Fields, isList, type Value, valueAt } from '../value.js';
import { deleteLines, endOfLines, leadOf } from '../yaml/yaml-lines.js';
import { writeEntryValue, writeFlow, writeKey, writeSafe } from '../yaml/yaml-text.js';
import { type Entry, listCommas, listEntries, rangeOf } from '../yaml/yaml-tree.js';
import {
  type Draft,
  levelOrder,
  type Plan,
  planned,
  refused,
  refuseShared,
  refuseSharedParent,
} from './edit-draft.js';
import { removeFlowParts } from './edit-yaml-flow.js';
import { planListChange } from './edit-yaml-list.js';
import { planNewValue } from './edit-yaml-value.js';

/** The splices that set the value at `path`, or take its key out when `value` is undefined. */
export function planEdit(
  draft: Draft,
  fields: Fields,
  path: readonly string[],
  value: Value | undefined,
): Plan {
  const root = draft.tree.contents as Node | null;
  const parents: Node[] = [];
  let map: YAMLMap | null = isMap(root) ? root : null;
  let holder: Entry | null = null;
  for (let depth = 0; depth < path.length; depth += 1) {
    if (map !== null) parents.push(map);
    const entry = findEntry(draft, map, path[depth] as string);
    if (entry === undefined) {
      if (value === undefined) return planned();
      return (
        refuseSharedParent(draft, parents, path.join('.')) ??
        planInsertEntry(
          draft,
          map,
          path.slice(0, depth),
          path[depth] as string,
          nest(path.slice(depth + 1), value),
        )
      );
    }
    if (depth === path.length - 1) {
      return (
        refuseSharedParent(draft, parents, path.join('.')) ??
        (value === undefined
          ? planRemoval(draft, map as YAMLMap, holder, entry)
          : planChange(draft, map as YAMLMap, entry, valueAt(fields, path), value))
      );
    }
    const inner = entry.value;
    if (isAlias(inner)) return refuseAlias(entry, path.slice(depth + 1));
    if (!isMap(inner)) {
      if (value === undefined) return planned();
      return (
        refuseSharedParent(draft, parents, path.join('.')) ??
        planFirstKey(draft, map as YAMLMap, entry, path.slice(depth + 1), value)
      );
    }
    map = inner;
    holder = entry;
  }
  return planned();
}

function findEntry(draft: Draft, map: YAMLMap | null, name: string): Entry | undefined {
  if (map === null) return undefined;
  return listEntries(map, draft.block).find((entry) => entry.name === name);
}

function planRemoval(draft: Draft, map: YAMLMap, holder: Entry | null, entry: Entry): Plan {
  const { key, value } = entry.pair;
  const shared = refuseShared(draft, value === null ? [key] : [key, value], entry.name);
  if (shared !== null) return shared;
  // `score:` with nothing below would read as null: an empty map is written out.
  return holder !== null && map.items.length === 1 && map.flow !== true
    ? planNewValue(draft, holder, emptyMap(), false)
    : planRemoveEntry(draft, map, entry);
}

function planChange(
  draft: Draft,
  map: YAMLMap,
  entry: Entry,
  old: Value | undefined,
  value: Value,
): Plan {
  const { value: node } = entry;
  if (draft.form === 'readable' && isSeq(node) && isList(old) && isList(value)) {
    const plan = planListChange(draft, node, old, value, entry.name);
    if (plan !== null) return plan;
  }
  const shared =
    entry.pair.value === null ? null : refuseShared(draft, [entry.pair.value], entry.name);
  return shared ?? planNewValue(draft, entry, value, map.flow === true);
}

/** `score:` or `score: null` becomes a map; any other value would be lost, and is kept. */
function planFirstKey(
  draft: Draft,
  map: YAMLMap,
  entry: Entry,
  path: readonly string[],
  value: Value,
): Plan {
  if (entry.value !== null && !(isScalar(entry.value) && entry.value.value === null)) {
    const message = `“${entry.name}” is not a map, so “${path.join('.')}” cannot be set in it: remove “${entry.name}” first`;
    return refused(entry.start, message);
  }
  return planChange(draft, map, entry, null, nest(path, value));
}

/** The value wrapped in maps, one for each key of the path. */
function nest(path: readonly string[], value: Value): Value {
  return path.reduceRight<Value>((inner, key) => {
    const map = emptyMap();
    map[key] = inner;
    return map;
  }, value);
}

function refuseAlias(entry: Entry, path: readonly string[]): Plan {
  const message = `“${entry.name}” repeats another value by an alias, so “${path.join('.')}” in it cannot be changed alone: replace the alias by its value first`;
  return refused(entry.start, message);
}

/** Adds a key to a map; `parent` is the map's own path, and null stands for an empty block. */
function planInsertEntry(
  draft: Draft,
  map: YAMLMap | null,
  parent: readonly string[],
  name: string,
  value: Value,
): Plan {
  const { block } = draft;
  const entries = map === null ? [] : listEntries(map, block);
  const before = findPredecessor(entries, levelOrder(draft.keyOrder, parent), name);
  if (map?.flow === true) return planned(insertIntoFlow(draft, map, before, name, value));
  const lead = before === undefined ? '' : leadOf(block, before.start);
  const at = before === undefined ? block.length : endOfLines(block, before.end, lead.length);
  return planned({ span: [at, at], text: writeEntry(draft, lead, name, value) });
}

/** Takes the entry's lines or its part of a flow map, and its trailing comment. */
function planRemoveEntry(draft: Draft, map: YAMLMap, entry: Entry): Plan {
  if (map.flow !== true) {
    const lines = deleteLines(draft.block, [entry.start, entry.end], entry.pair.value);
    return planned(...lines);
  }
  const entries = listEntries(map, draft.block);
  const kept = entries.map((each) => each.name !== entry.name);
  return planned(...removeFlowParts(draft.block, entries, listCommas(map), kept));
}

function writeEntry({ eol, form }: Draft, lead: string, name: string, value: Value): string {
  if (form === 'safe') return `${lead}${writeSafe(name)}: ${writeSafe(value)}${eol}`;
  return `${lead}${writeKey(name)}:${writeEntryValue(value, lead, eol)}`;
}

function insertIntoFlow(
  { form }: Draft,
  map: YAMLMap,
  before: Entry | undefined,
  name: string,
  value: Value,
): Splice {
  const pair =
    form === 'safe'
      ? `${writeSafe(name)}: ${writeSafe(value)}`
      : `${writeKey(name)}: ${writeFlow(value)}`;
  const at = before === undefined ? rangeOf(map)[0] + 1 : before.end;
  return { span: [at, at], text: before === undefined ? pair : `, ${pair}` };
}

/** The nearest key before `name` in the order that the map has; the last key where there is none. */
function findPredecessor(
  entries: readonly Entry[],
  order: readonly string[],
  name: string,
): Entry | undefined {
  for (let at = order.indexOf(name) - 1; at >= 0; at -= 1) {
    const entry = entries.find((each) => each.name === order[at]);
    if (entry !== undefined) return entry;
  }
  return entries.at(-1);
}
