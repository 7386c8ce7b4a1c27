import type { Backlog } from '../../backlog/backlog.js';
import { isWorkItem, kindOf } from '../../backlog/workflow.js';
import { referencesIn } from '../../check/references.js';
import { bodyOf } from '../../item/document.js';
import type { FieldEdit } from '../../item/edit/edit.js';
import { namesId, sameId } from '../../item/id.js';
import type { Item } from '../../item/item.js';
import { readRecords, recordKeys } from '../../item/sprint-record.js';
import { isList, isMap, type Value } from '../../item/value.js';
import { setField } from '../items/change-item.js';

/** The id of a document as another has it: in a field, in a sprint's record, in its text. */
export interface IdUse {
  /** A field's key, or `text`. */
  readonly key: string;
  /** Whether it can mean this document, by its type. */
  readonly fits: (backlog: Backlog, item: Item) => boolean;
}

const text = 'text';

/** Where a document names an id. A slug may be any word of a text, so there it is not looked for. */
export function usesOf(backlog: Backlog, item: Item, id: string): readonly IdUse[] {
  const references = referencesIn(item).filter((one) => sameId(one.id, id));
  const records = recordKeys.filter((key) =>
    readRecords(item.document.field(key)).some((one) => sameId(one.id, id)),
  );
  const isWork = (_: Backlog, other: Item) => isWorkItem(backlog.settings, other);
  return [
    ...references.map(({ key, target }) => ({
      key,
      fits: (_: Backlog, other: Item) =>
        target === 'item' ? isWork(_, other) : other.type === target,
    })),
    ...records.map((key) => ({ key, fits: isWork })),
    ...(mention(id).test(bodyOf(item.document)) ? [{ key: text, fits: hasCodedId }] : []),
  ];
}

function hasCodedId({ settings }: Backlog, { type }: Item): boolean {
  return kindOf(settings, type)?.idStyle === 'coded';
}

/** Edits that put another id in these places. */
export function replaceUses(
  { document }: Item,
  uses: readonly IdUse[],
  old: string,
  id: string,
): { readonly edits: readonly FieldEdit[]; readonly body: string } {
  const keys = new Set(uses.map(({ key }) => key));
  const isText = keys.delete(text);
  const body = bodyOf(document);
  return {
    edits: [...keys].map((key) => setField(key, replaceId(document.field(key) as Value, old, id))),
    body: isText ? body.replace(mention(old), () => id) : body,
  };
}

function replaceId(value: Value, old: string, id: string): Value {
  if (isList(value)) return value.map((one) => replaceId(one, old, id));
  if (isMap(value)) return { ...value, id: replaceId(value['id'] ?? null, old, id) };
  return namesId(value, old) ? id : value;
}

/** The whole id, not as the beginning of another or of a file's name. */
function mention(id: string): RegExp {
  return new RegExp(`(?<![\\w-])${id.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`, 'gi');
}
