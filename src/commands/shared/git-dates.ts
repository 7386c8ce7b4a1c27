import { readLastChanges } from '../../git/last-changes.js';
import type { Item } from '../../item/item.js';
import type { Context } from './command.js';
import { unwrap } from './failure.js';

/** The day each item's file was last committed, by one git call when first asked; as it was at a revision. */
export function gitDates(context: Context, revision = 'HEAD'): (item: Item) => string | null {
  let days: ReadonlyMap<string, string> | undefined;
  return (item) => {
    days ??= unwrap(readLastChanges(context.store().root, revision));
    return days.get(item.document.path) ?? null;
  };
}
