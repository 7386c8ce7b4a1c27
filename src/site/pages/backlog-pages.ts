import { categoryOf } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import { type Html, html } from '../html.js';
import type { Page, Site } from '../page.js';
import { paginate } from '../paginate.js';
import { linkWithId, newestFirst, showDay, showStatus, showTable } from '../parts.js';
import { count, sayDay } from '../say.js';
import { sectionOf } from '../sections.js';
import { showReason } from './place.js';

/** The open items in their order, with the reason for each place. */
export function backlogPages(site: Site): readonly Page[] {
  const { view } = site;
  const open = view.backlog.work.filter(({ id }) => view.places.has(id));
  const { path, name } = sectionOf.backlog;
  return paginate({ path, title: name, section: path }, open, (part) => {
    const intro = html`<p class="lead">What is to be done, in the order it will be done: ${count(open.length, 'open item')} on ${sayDay(view.today)}.</p>
${explainOrder(site)}`;
    return html`<h1>${name}${part.number > 1 && html` <span class="aside">page ${part.number}</span>`}</h1>
${part.number === 1 && intro}
${
  part.rows.length === 0
    ? html`<p>Nothing is open.</p>`
    : showOpenItems(site, part.rows, part.path, 'Open items in their order')
}
${part.pager}`;
  });
}

function explainOrder({ view: { model, forecast } }: Site): Html {
  const days = forecast.enough
    ? 'The day is the one by which an item is 85 % likely to be done.'
    : 'The day is by the pace so far: too little is finished yet to be sure of it.';
  return html`<p class="note">${
    model &&
    html`The score is ${model.name}: ${model.formula}. Where an item stands elsewhere than its score would put it, somebody placed it by hand or it waits for another. `
  }${forecast.dates.size > 0 && days}</p>`;
}

/** Open items as a table with place, reason and day. */
export function showOpenItems(
  { view }: Site,
  items: readonly Item[],
  from: string,
  caption: string,
): Html {
  const { places, forecast, backlog } = view;
  return showTable(
    caption,
    [
      { name: 'Place', isNumber: true, isShort: true },
      { name: 'Item', isHeader: true },
      { name: 'Status', isShort: true },
      { name: 'Points', isNumber: true, isShort: true },
      { name: 'Why here' },
      ...(forecast.dates.size > 0
        ? [{ name: forecast.enough ? 'Done by' : 'At this pace by' }]
        : []),
    ],
    items.map((item) => {
      const place = places.get(item.id);
      return [
        place?.place,
        linkWithId(item, from),
        showStatus(backlog, item),
        item.points,
        place && showReason(place, from),
        ...(forecast.dates.size > 0 ? [showDay(forecast.dates.get(item.id) ?? null)] : []),
      ];
    }),
  );
}

/** What is done, newest first, and what will not be done. */
export function donePages(site: Site): readonly Page[] {
  const { view } = site;
  const { path, name } = sectionOf.done;
  const closed = view.backlog.work
    .filter(({ id, type }) => type !== 'epic' && !view.places.has(id))
    .toSorted(newestFirst(({ done }) => done));
  if (closed.length === 0) return [];
  return paginate({ path, title: name, section: path }, closed, (part) => {
    const caption = 'Items that are done or will not be done';
    return html`<h1>${name}</h1>
<p class="lead">${count(countDone(site, closed), 'item')} done, newest first. What was decided against is here too.</p>
${showClosedItems(site, part.rows, part.path, caption)}
${part.pager}`;
  });
}

function countDone({ view: { backlog } }: Site, items: readonly Item[]): number {
  return items.filter((item) => categoryOf(backlog.settings, item) === 'done').length;
}

function showClosedItems(
  { view: { backlog } }: Site,
  items: readonly Item[],
  from: string,
  caption: string,
): Html {
  return showTable(
    caption,
    [
      { name: 'Item', isHeader: true },
      { name: 'Status', isShort: true },
      { name: 'Points', isNumber: true, isShort: true },
      { name: 'Done' },
    ],
    items.map((item) => [
      linkWithId(item, from),
      showStatus(backlog, item),
      item.points,
      showDay(item.done),
    ]),
  );
}
