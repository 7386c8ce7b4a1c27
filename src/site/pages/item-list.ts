import type { Item } from '../../item/item.js';
import { type Html, nothing } from '../html.js';
import type { Site } from '../page.js';
import { linkWithId, showDay, showStatus, showTable } from '../parts.js';

/** Work items of any state as a table. */
export function showParts(
  { view: { backlog, forecast } }: Site,
  items: readonly Item[],
  from: string,
): Html {
  if (items.length === 0) return nothing;
  return showTable(
    'Items',
    [
      { name: 'Item', isHeader: true },
      { name: 'Status', isShort: true },
      { name: 'Points', isNumber: true, isShort: true },
      { name: 'Done, or done by' },
    ],
    items.map((item) => [
      linkWithId(item, from),
      showStatus(backlog, item),
      item.points,
      showDay(item.done ?? forecast.dates.get(item.id) ?? null),
    ]),
  );
}
