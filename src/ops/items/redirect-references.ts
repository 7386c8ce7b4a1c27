import { allItems, type Backlog } from '../../backlog/backlog.js';
import type { FieldEdit } from '../../item/edit/edit.js';
import { referenceTargets } from '../../item/field.js';
import { sameId } from '../../item/id.js';
import type { Item } from '../../item/item.js';
import { entriesOf, plainText } from '../../item/value.js';
import { setField } from './change-item.js';

/** The documents that name `item` in a field, itself left out. */
export function listHolders(backlog: Backlog, item: Item): readonly Item[] {
  return allItems(backlog).filter((other) => other !== item && namesOf(other, item.id).length > 0);
}

/** The fields of `holder` that hold the id. */
export function namesOf(holder: Item, id: string): readonly string[] {
  return Object.keys(referenceTargets).filter((key) =>
    entriesOf(holder.document.field(key)).some((one) => sameId(plainText(one), id)),
  );
}

/**
 * The edits after which `holder` names `to` wherever it named `from`, once and never itself; null
 * takes the reference out.
 */
export function redirectReferences(
  holder: Item,
  from: string,
  to: string | null,
): readonly FieldEdit[] {
  return namesOf(holder, from).map((key) => {
    const others = entriesOf(holder.document.field(key)).filter((one) => {
      const id = plainText(one);
      return !sameId(id, from) && (to === null || !sameId(id, to));
    });
    const ids = to === null || sameId(to, holder.id) ? others : [...others, to];
    const [only] = ids;
    if (only === undefined) return setField(key, undefined);
    return setField(key, Array.isArray(holder.document.field(key)) ? ids : only);
  });
}
