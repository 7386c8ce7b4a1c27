import { allItems, type Backlog } from '../backlog/backlog.js';
import type { FieldEdit } from '../item/edit.js';
import { referenceTargets } from '../item/field.js';
import { sameId } from '../item/id.js';
import type { Item } from '../item/item.js';
import { setField } from './change-item.js';

/** The documents that name `item` in a field, itself left out. */
export function listHolders(backlog: Backlog, item: Item): readonly Item[] {
  return allItems(backlog).filter((other) => other !== item && namesOf(other, item.id).length > 0);
}

/** The fields of `holder` that hold the id. */
export function namesOf(holder: Item, id: string): readonly string[] {
  return Object.keys(referenceTargets).filter((key) =>
    idsIn(holder, key).some((one) => sameId(one, id)),
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
    const others = idsIn(holder, key).filter(
      (id) => !sameId(id, from) && (to === null || !sameId(id, to)),
    );
    const ids = to === null || sameId(to, holder.id) ? others : [...others, to];
    const [only] = ids;
    if (only === undefined) return setField(key, undefined);
    return setField(key, Array.isArray(holder.document.fields[key]) ? ids : only);
  });
}

function idsIn({ document }: Item, key: string): readonly string[] {
  const value = document.fields[key];
  if (value === undefined || value === null || value === '') return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
