import { isMap, type Node } from 'yaml';
import { applySplices, type Splice } from '../../text/splice.js';
import { type Document, readDocument } from '../document.js';
import { editFields, type FieldEdit } from '../edit/edit.js';
import { isEqualValue, valueAt } from '../value.js';
import { lineAfter, lineStartOf } from '../yaml/yaml-lines.js';
import { listEntries, parseBlock } from '../yaml/yaml-tree.js';
import { type MarkerStyle, writeConflict } from './conflict-markers.js';
import { blockOf } from './merge-block.js';
import type { FieldPath, MergedFields } from './merge-fields.js';

export interface MarkedFields {
  /** The file's text up to its body. */
  readonly text: string;
  /** The block; of a conflict, as it is with each side chosen. */
  readonly chosen: readonly string[];
}

interface Sides {
  readonly merged: MergedFields;
  readonly base: Document | null;
  readonly ours: Document;
  readonly theirs: Document;
  readonly keyOrder: readonly string[];
  readonly style: MarkerStyle;
  readonly eol: string;
}

/**
 * The frontmatter with each field in conflict between markers, both sides' lines in our file's
 * style. Null where a field's lines are not its own, or one side's could not be chosen.
 */
export function markFields(head: Document, sides: Sides): MarkedFields | null {
  if (sides.merged.conflicts.length === 0) return { text: head.text, chosen: [blockOf(head)] };
  return markWith(head, sides, true) ?? markWith(head, sides, false);
}

/** @param takesOwn whether a key of theirs stands there as they wrote it, comments too */
function markWith(head: Document, sides: Sides, takesOwn: boolean): MarkedFields | null {
  const { merged, base, ours, theirs, keyOrder, style, eol } = sides;
  const marked: Splice[] = [];
  const chosen: { readonly ours: Splice[]; readonly theirs: Splice[] } = { ours: [], theirs: [] };
  for (const [path, conflicts] of groupByLines(head, merged.conflicts)) {
    const span = findLines(head, path);
    if (span === null) return null;
    const linesOf = (side: Document | null) =>
      hasField(side, path) ? linesWith(head, path, conflicts, side, keyOrder) : '';
    const isWhole = path.length === 1 && conflicts.every((one) => one.length === 1);
    const own = takesOwn && isWhole ? ownLines(theirs, path, eol) : '';
    const right = own === '' ? linesOf(theirs) : own;
    if (right === null) return null;
    const left = hasField(ours, path) ? blockOf(head).slice(...span) : '';
    const was = style.base === null ? null : (linesOf(base) ?? ownLines(base, path, eol));
    const text = writeConflict({ ours: left, base: was, theirs: right }, style, eol);
    marked.push({ span, text });
    chosen.ours.push({ span, text: left });
    chosen.theirs.push({ span, text: right });
  }
  // An anchor may stand in what a side took out, and its alias in what both have.
  const read = [chosen.ours, chosen.theirs].map((splices) =>
    readDocument('', spliceBlock(head, splices)),
  );
  const [left, right] = read.map((one) => (one.ok ? one.value : null));
  if (!left || !right) return null;
  const isTheirs = merged.conflicts.every((path) =>
    isEqualValue(valueAt(right.fields, path), valueAt(theirs.fields, path)),
  );
  if (!isTheirs) return null;
  return { text: spliceBlock(head, marked), chosen: [blockOf(left), blockOf(right)] };
}

function spliceBlock(head: Document, splices: readonly Splice[]): string {
  const block = applySplices(blockOf(head), splices);
  return head.text.slice(0, head.yamlStart) + block + head.text.slice(head.yamlEnd);
}

function hasField(side: Document | null, path: FieldPath): side is Document {
  return side !== null && valueAt(side.fields, path) !== undefined;
}

/** The lines of a key as they would be with a side's values for what is in conflict in it. */
function linesWith(
  head: Document,
  path: FieldPath,
  conflicts: readonly FieldPath[],
  side: Document,
  keyOrder: readonly string[],
): string | null {
  const edits = conflicts.map(
    (one): FieldEdit => ({ path: one, value: valueAt(side.fields, one) }),
  );
  const edited = editFields(head, edits, keyOrder);
  const read = edited.ok ? readDocument('', edited.value) : edited;
  const span = read.ok ? findLines(read.value, path) : null;
  return read.ok && span !== null ? blockOf(read.value).slice(...span) : null;
}

/** A key's lines as its document has them: for reading only, where they cannot stand in ours. */
function ownLines(document: Document | null, path: FieldPath, eol: string): string {
  const span = document && findLines(document, path);
  return span
    ? blockOf(document)
        .slice(...span)
        .replace(/\r?\n/g, eol)
    : '';
}

/** Conflicts by the innermost key that has its lines to itself: in `{a: 1}` that is the map's. */
function groupByLines(
  head: Document,
  conflicts: readonly FieldPath[],
): ReadonlyMap<FieldPath, readonly FieldPath[]> {
  const groups = new Map<string, [FieldPath, FieldPath[]]>();
  for (const conflict of conflicts) {
    let path = conflict;
    while (path.length > 1 && findLines(head, path) === null) {
      path = path.slice(0, -1) as unknown as FieldPath;
    }
    const group = groups.get(JSON.stringify(path)) ?? [path, []];
    group[1].push(conflict);
    groups.set(JSON.stringify(path), group);
  }
  return new Map(groups.values());
}

/** The lines of a key in the block, or null when it shares them with others. */
function findLines(document: Document, path: readonly string[]): [number, number] | null {
  const block = blockOf(document);
  let node: Node | null = parseBlock(block).contents as Node | null;
  let span: [number, number] | null = null;
  for (const key of path) {
    if (!isMap(node) || node.flow === true) return null;
    const entry = listEntries(node, block).find(({ name }) => name === key);
    if (entry === undefined) return null;
    span = [lineStartOf(block, entry.start), lineAfter(block, entry.end)];
    if (block.slice(span[0], entry.start).trim() !== '') return null;
    node = entry.value;
  }
  return span;
}
