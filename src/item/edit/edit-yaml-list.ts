import type { Node, YAMLSeq } from 'yaml';
import type { Splice } from '../../text/splice.js';
import { isEqualValue, type Value } from '../value.js';
import { deleteLines, endOfLines, leadOf, lineStartOf } from '../yaml/yaml-lines.js';
import { writeBlockItem, writeFlow, writeScalar } from '../yaml/yaml-text.js';
import { type Item, listCommas, listItems } from '../yaml/yaml-tree.js';
import { type Draft, type Plan, planned, refuseShared, refuseSharedParent } from './edit-draft.js';
import { removeFlowParts } from './edit-yaml-flow.js';
import { styleOf } from './edit-yaml-value.js';

/** Longer lists are written anew: comparing them takes the product of their lengths. */
const LONGEST = 1000;

interface Changes {
  readonly kept: readonly boolean[];
  /** New values by the number of old items that stand before them. */
  readonly added: ReadonlyMap<number, readonly Value[]>;
}

/** Takes out and puts in elements, leaving the others as they are; null when none would be left. */
export function planListChange(
  draft: Draft,
  list: YAMLSeq,
  old: readonly Value[],
  value: readonly Value[],
  name: string,
): Plan | null {
  if (Math.max(old.length, value.length) > LONGEST) return null;
  const changes = compare(old, value);
  if (!changes.kept.includes(true)) return null;
  const items = listItems(list, draft.block);
  const removed = items.filter((_item, index) => changes.kept[index] !== true);
  const shared =
    refuseSharedParent(draft, [list], name) ??
    refuseShared(
      draft,
      removed.map(({ node }) => node),
      name,
    );
  if (shared !== null) return shared;
  return list.flow === true
    ? planned(...changeFlowList(draft, list, items, changes))
    : planned(...changeBlockList(draft, items, changes));
}

function changeBlockList(
  { block, eol }: Draft,
  items: readonly Item[],
  { kept, added }: Changes,
): Splice[] {
  const first = items[0] as Item;
  const lead = leadOf(block, first.start);
  const splices: Splice[] = [];
  items.forEach((item, index) => {
    if (kept[index] !== true)
      splices.push(...deleteLines(block, [item.start, item.end], item.node));
  });
  for (const [place, values] of added) {
    const before = items[place - 1];
    const at =
      before === undefined
        ? lineStartOf(block, first.start)
        : endOfLines(block, before.end, lead.length);
    const style = styleOf((before ?? first).node);
    const text = values.map((value) => writeItem(value, lead, eol, style)).join('');
    splices.push({ span: [at, at], text });
  }
  return splices;
}

/** Texts are quoted like the neighbour. */
function writeItem(
  value: Value,
  lead: string,
  eol: string,
  style: 'plain' | 'single' | 'double' | 'literal' | 'folded',
): string {
  return typeof value === 'string'
    ? `${lead}- ${writeScalar(value, { inFlow: false, style })}${eol}`
    : writeBlockItem(value, lead, eol);
}

function changeFlowList(
  { block }: Draft,
  list: YAMLSeq,
  items: readonly Item[],
  { kept, added }: Changes,
): Splice[] {
  const splices = removeFlowParts(block, items, listCommas(list), kept);
  for (const [place, values] of added) {
    const anchorAt = kept.lastIndexOf(true, place - 1);
    const before = place === 0 ? undefined : items[anchorAt];
    const near: Node = (before ?? (items[0] as Item)).node;
    const text = values.map((value) => writeFlowItem(value, near)).join(', ');
    const first = items[kept.indexOf(true)] as Item;
    splices.push(
      before === undefined || anchorAt === -1
        ? { span: [first.start, first.start], text: `${text}, ` }
        : { span: [before.end, before.end], text: `, ${text}` },
    );
  }
  return splices;
}

function writeFlowItem(value: Value, near: Node): string {
  return typeof value === 'string'
    ? writeScalar(value, { inFlow: true, style: styleOf(near) })
    : writeFlow(value);
}

/** Keeps a longest common subsequence. */
function compare(old: readonly Value[], value: readonly Value[]): Changes {
  const lengths = commonLengths(old, value);
  const kept = old.map(() => false);
  const added = new Map<number, Value[]>();
  let i = 0;
  let j = 0;
  while (i < old.length || j < value.length) {
    if (i < old.length && j < value.length && isEqualValue(old[i], value[j])) {
      kept[i] = true;
      i += 1;
      j += 1;
    } else if (
      j === value.length ||
      (i < old.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      i += 1;
    } else {
      // After the last old item kept, so that what was put in stands by what it follows.
      const place = kept.lastIndexOf(true) + 1;
      added.set(place, [...(added.get(place) ?? []), value[j] as Value]);
      j += 1;
    }
  }
  return { kept, added };
}

/** `lengths[i][j]`: the longest common subsequence of what follows i and j. */
function commonLengths(old: readonly Value[], value: readonly Value[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    new Array<number>(value.length + 1).fill(0),
  );
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = value.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] as number[];
      row[j] = isEqualValue(old[i], value[j])
        ? ((lengths[i + 1] as number[])[j + 1] as number) + 1
        : Math.max((lengths[i + 1] as number[])[j] as number, row[j + 1] as number);
    }
  }
  return lengths;
}
