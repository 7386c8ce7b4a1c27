import type { Result } from '../../text/problem.js';
import { bodyOf, type Document, readDocument } from '../document.js';
import { editFields, type FieldEdit } from '../edit/edit.js';
import { isEqualValue, type Value } from '../value.js';
import { keepsComments } from './comments.js';
import { dropConflicts, findConflictMarkers, type MarkerStyle } from './conflict-markers.js';
import { markFields } from './mark-fields.js';
import { blockOf, mergeBlocks } from './merge-block.js';
import { mergeBodies } from './merge-body.js';
import { type MergedFields, mergeFields } from './merge-fields.js';

/** Three versions of one file; the base is null where it was added on both sides. */
export interface MergeSides {
  readonly base: string | null;
  readonly ours: string;
  readonly theirs: string;
}

export interface MergedDocument {
  /** The whole file, with conflict markers around what both sides changed in two ways. */
  readonly text: string;
  /** What is in conflict: keys as `score.value`, paragraphs by their first words. */
  readonly conflicts: readonly string[];
  readonly isMovedTwice: boolean;
  /** Both sides closed or started a sprint, in two ways: its records are of one of them. */
  readonly isRecordContested: boolean;
}

/**
 * Merges a document three ways by what it means: frontmatter key by key (scalars, lists as ordered
 * sets, maps by key; the smaller `rank`), the body by paragraphs and list items. Our file's order,
 * comments, quotes and line ends stay. Null where a side cannot be read or held apart safely: git's
 * own merge by lines is better then.
 *
 * @param keyOrder where keys that they added go, as for `editFields`
 */
export function mergeDocuments(
  sides: MergeSides,
  keyOrder: readonly string[],
  style: MarkerStyle,
): MergedDocument | null {
  const { base, ours, theirs } = sides;
  const whole = (text: string) => ({
    text,
    conflicts: [],
    isMovedTwice: false,
    isRecordContested: false,
  });
  if (ours === theirs || theirs === base) return whole(ours);
  if (ours === base) return whole(theirs);
  // What is half merged already is nothing to merge on.
  if ([ours, theirs].some((text) => findConflictMarkers(text) !== null)) return null;
  const [mine, yours] = [readDocument('', ours), readDocument('', theirs)];
  if (!mine.ok || !yours.ok) return null;
  return mergeRead(readBase(base), mine.value, yours.value, keyOrder, style);
}

/** An ancestor that cannot be read, or was empty, is none. */
function readBase(text: string | null): Document | null {
  if (text === null || text.trim() === '') return null;
  const read = readDocument('', dropConflicts(text));
  return read.ok ? read.value : null;
}

function mergeRead(
  base: Document | null,
  ours: Document,
  theirs: Document,
  keyOrder: readonly string[],
  style: MarkerStyle,
): MergedDocument | null {
  const eol = /\r?\n/.exec(ours.text)?.[0] ?? '\n';
  const merged = mergeFields(base?.fields ?? {}, ours.fields, theirs.fields);
  const blocks = {
    base: base === null ? '' : blockOf(base),
    ours: blockOf(ours),
    theirs: blockOf(theirs),
  };
  const marked = mergeHeads(base, ours, theirs, merged, keyOrder, eol)
    .map((head) => markFields(head, { merged, base, ours, theirs, keyOrder, style, eol }))
    .find((one) => one !== null && keepsComments(blocks, one.chosen))?.text;
  if (marked === undefined) return null;
  const body = mergeBodies(base && bodyOf(base), bodyOf(ours), bodyOf(theirs), style, eol);
  if (body === null) return null;
  const gap = marked.endsWith('\n') || body.text === '' ? '' : eol;
  return {
    text: marked + gap + body.text,
    conflicts: [...merged.conflicts.map((path) => path.join('.')), ...body.conflicts],
    isMovedTwice: merged.isMovedTwice,
    isRecordContested: merged.isRecordContested,
  };
}

/** The frontmatter, its fences too, with the merged values and nothing marked yet; the best first. */
function mergeHeads(
  base: Document | null,
  ours: Document,
  theirs: Document,
  merged: MergedFields,
  keyOrder: readonly string[],
  eol: string,
): readonly Document[] {
  const blocks = [true, false].map((joinsLines) =>
    mergeBlocks(base, ours, theirs, { keyOrder, eol, joinsLines }),
  );
  const [start, end] = [
    ours.text.slice(0, ours.yamlStart),
    ours.text.slice(ours.yamlEnd, ours.bodyStart),
  ];
  return [...new Set([...blocks, blockOf(ours)])].flatMap((block) => {
    const head = block === null ? null : readDocument('', start + block + end);
    return (head && settleValues(head, merged, keyOrder)) ?? [];
  });
}

/** Sets what the lines alone did not bring about; null when something else would change. */
function settleValues(
  head: Result<Document>,
  { fields }: MergedFields,
  keyOrder: readonly string[],
): Document | null {
  if (!head.ok) return null;
  const keys = new Set([...Object.keys(head.value.fields), ...Object.keys(fields)]);
  const edits = [...keys].flatMap((key): readonly FieldEdit[] => {
    const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return isEqualValue(head.value.fields[key] as Value | undefined, value)
      ? []
      : [{ path: [key], value }];
  });
  if (edits.length === 0) return head.value;
  const edited = editFields(head.value, edits, keyOrder);
  const read = edited.ok ? readDocument('', edited.value) : edited;
  return read.ok && isEqualValue(read.value.fields, fields) ? read.value : null;
}
