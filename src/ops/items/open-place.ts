import type { Backlog } from '../../backlog/backlog.js';
import { isOpen } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';

/**
 * The open items in their order; epics are ordered by hand, since their parts are what gets
 * scored, and archived ones are put away.
 */
export function listOpen({ settings, work }: Backlog): readonly Item[] {
  return work.filter((item) => isOpen(settings, item) && !item.archived && item.type !== 'epic');
}

/** An item's place among the open ones, epics among epics; null for closed and archived ones. */
export function placeAmongOpen(
  backlog: Backlog,
  item: Item,
): { readonly place: number; readonly of: number } | null {
  const { settings, work } = backlog;
  const peers =
    item.type === 'epic'
      ? work.filter((one) => one.type === 'epic' && isOpen(settings, one) && !one.archived)
      : listOpen(backlog);
  const place = peers.indexOf(item) + 1;
  return place === 0 ? null : { place, of: peers.length };
}
