import { spellSize } from '../../backlog/spell-progress.js';
import { categoryOf } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import { type Html, html } from '../html.js';
import type { Page, Site } from '../page.js';
import { paginate } from '../paginate.js';
import { linkWithId, newestFirst, showDay, showStatus, showTable } from '../parts.js';
import { nameSection } from '../sections.js';
import { showReason } from './place.js';
import { sayShortage } from './roadmap-pages.js';

/** The open items in their order, with the reason for each place. */
export function backlogPages(site: Site): readonly Page[] {
  const { view, words } = site;
  const open = view.backlog.work.filter(({ id }) => view.places.has(id));
  const { path, name } = nameSection('backlog', words);
  return paginate(words, { path, title: name, section: path }, open, (part) => {
    const size = spellSize(open.length, 'items', words);
    const date = words.say('asOf', { day: words.shortDay(view.today) });
    const intro = html`<p class="lead">${words.say('leadBacklog')} <span class="note">${size}. ${date}</span></p>
${explainOrder(site)}`;
    return html`<h1>${name}${part.number > 1 && html` <span class="aside">(${part.number})</span>`}</h1>
${part.number === 1 && intro}
${
  part.rows.length === 0
    ? html`<p>${words.say('nothingOpen')}</p>`
    : showOpenItems(site, part.rows, part.path, words.say('itemsHead'))
}
${part.pager}`;
  });
}

function explainOrder(site: Site): Html {
  const { view, words } = site;
  const { model, forecast } = view;
  const days = forecast.enough
    ? words.say('dayMeans', { share: words.percent(0.85) })
    : sayShortage(site);
  const order =
    model === null
      ? []
      : [
          words.say('entry', {
            title: words.say('score'),
            text: words.endSentence(`${model.name}: ${model.formula}`),
          }),
          words.say('orderNote'),
        ];
  const note = words.paragraph([...order, ...(forecast.dates.size > 0 ? [days] : [])]);
  return html`<p class="note">${note}</p>`;
}

/** Open items as a table with place, reason and day. */
export function showOpenItems(
  site: Site,
  items: readonly Item[],
  from: string,
  caption: string,
): Html {
  const { view, words } = site;
  const { places, forecast } = view;
  return showTable(
    caption,
    [
      { name: words.say('placeHead'), isNumber: true, isShort: true },
      { name: words.say('item'), isHeader: true },
      { name: words.say('status'), isShort: true },
      { name: words.say('pointsHead'), isNumber: true, isShort: true },
      { name: words.say('whyHere') },
      { name: words.say(forecast.enough ? 'doneBy' : 'atPaceBy') },
    ],
    items.map((item) => {
      const place = places.get(item.id);
      return [
        place?.place,
        linkWithId(item, from),
        showStatus(site, item),
        item.points,
        place && showReason(site, place, from),
        showDay(words, forecast.dates.get(item.id) ?? null),
      ];
    }),
  );
}

/** What is done, newest first, and what will not be done. */
export function donePages(site: Site): readonly Page[] {
  const { view, words } = site;
  const { path, name } = nameSection('done', words);
  const closed = view.backlog.work
    .filter(({ id, type }) => type !== 'epic' && !view.places.has(id))
    .toSorted(newestFirst(({ done }) => done));
  if (closed.length === 0) return [];
  const number = countDone(site, closed);
  return paginate(
    words,
    { path, title: name, section: path },
    closed,
    (part) => html`<h1>${name}</h1>
<p class="lead">${words.say('leadDone')} <span class="note">${words.say('entry', { title: name, text: words.number(number) })}</span></p>
${showClosedItems(site, part.rows, part.path)}
${part.pager}`,
  );
}

function countDone({ view: { backlog } }: Site, items: readonly Item[]): number {
  return items.filter((item) => categoryOf(backlog.settings, item) === 'done').length;
}

function showClosedItems(site: Site, items: readonly Item[], from: string): Html {
  const { words } = site;
  return showTable(
    words.say('itemsHead'),
    [
      { name: words.say('item'), isHeader: true },
      { name: words.say('status'), isShort: true },
      { name: words.say('pointsHead'), isNumber: true, isShort: true },
      { name: words.say('headDone') },
    ],
    items.map((item) => [
      linkWithId(item, from),
      showStatus(site, item),
      item.points,
      showDay(words, item.done),
    ]),
  );
}
