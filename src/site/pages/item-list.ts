import type { Item } from '../../item/item.js';
import { type Html, nothing } from '../html.js';
import type { Site } from '../page.js';
import { linkWithId, showDay, showStatus, showTable } from '../parts.js';

/** Work items of any state as a table. */
export function showParts(site: Site, items: readonly Item[], from: string): Html {
  const { view, words } = site;
  if (items.length === 0) return nothing;
  return showTable(
    words.say('itemsHead'),
    [
      { name: words.say('item'), isHeader: true },
      { name: words.say('status'), isShort: true },
      { name: words.say('pointsHead'), isNumber: true, isShort: true },
      { name: words.say('doneOrBy') },
    ],
    items.map((item) => [
      linkWithId(item, from),
      showStatus(site, item),
      item.points,
      showDay(words, item.done ?? view.forecast.dates.get(item.id) ?? null),
    ]),
  );
}
