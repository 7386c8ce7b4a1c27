import type { YAMLMap } from 'yaml';
import type { Splice } from '../../text/splice.js';
import type { Value } from '../document.js';
import { deleteLines, endOfLines, leadOf } from '../yaml/yaml-lines.js';
import { writeEntryValue, writeFlow, writeKey, writeSafe } from '../yaml/yaml-text.js';
import { type Entry, listCommas, listEntries, rangeOf } from '../yaml/yaml-tree.js';
import { type Draft, type Plan, planned } from './edit-draft.js';
import { removeFlowParts } from './edit-yaml-flow.js';
import { levelOrder } from './key-order.js';

/** Adds a key to a map; `parent` is the map's own path, and null stands for an empty block. */
export function planInsertEntry(
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
export function planRemoveEntry(draft: Draft, map: YAMLMap, entry: Entry): Plan {
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
