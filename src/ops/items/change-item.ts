import type { FileChange } from '../../backlog/change-set.js';
import type { Settings } from '../../backlog/settings.js';
import { kindOf } from '../../backlog/workflow.js';
import { bodyOf, type Document } from '../../item/document.js';
import { editFields, type FieldEdit } from '../../item/edit/edit.js';
import { fieldNames, keyOrderOf } from '../../item/field.js';
import type { Item } from '../../item/item.js';
import type { Value } from '../../item/value.js';
import { collect, type Result, success } from '../../text/problem.js';

export function setField(key: string, value: Value | undefined): FieldEdit {
  return { path: [key], value };
}

/** The change to one document's file: fields edited losslessly, and the body if one is given. */
export function changeItem(
  settings: Settings,
  item: Item,
  edits: readonly FieldEdit[],
  body: string = bodyOf(item.document),
): Result<FileChange> {
  const kind = kindOf(settings, item.type);
  const edited = editFields(item.document, edits, kind ? keyOrderOf(kind) : fieldNames);
  if (!edited.ok) return edited;
  const { path, text } = item.document;
  return success({ path, before: text, after: withBody(edited.value, item.document, body) });
}

/** Edits of fields leave the body where it was: at the end, as long as before. */
function withBody(text: string, document: Document, body: string): string {
  return text.slice(0, text.length - bodyOf(document).length) + body;
}

/** One change for each item, or all the problems. */
export function changeEach(
  items: readonly Item[],
  change: (item: Item) => Result<FileChange>,
): Result<readonly FileChange[]> {
  return collect(items.map(change));
}
