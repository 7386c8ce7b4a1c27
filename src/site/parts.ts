import { getItem } from '../backlog/backlog.js';
import { countedIn, type Progress } from '../backlog/progress.js';
import { spellProgress } from '../backlog/spell-progress.js';
import { categoryOf, statusesOf } from '../backlog/workflow.js';
import type { Item } from '../item/item.js';
import type { Words } from '../language/words.js';
import { cutText } from '../text/cut.js';
import { type Content, type Html, html, nothing } from './html.js';
import { sayName } from './known-names.js';
import { pathOf, rootFrom } from './links.js';
import { type LinkResolver, renderMarkdown } from './markdown.js';
import type { Site } from './page.js';

/** Longer titles and names are cut: they would make a list unreadable. */
const longestTitle = 200;

export function titleOf({ title, id }: Item): string {
  return cutText(title === '' ? id : title, longestTitle);
}

/** A document's title as a link to its page. `from` is the path of the page it stands in. */
export function linkTo(item: Item, from: string): Html {
  return html`<a href="${rootFrom(from)}${pathOf(item)}">${titleOf(item)}</a>`;
}

/** The link with the id before it, where ids are codes people say. */
export function linkWithId(item: Item, from: string): Html {
  return isCoded(item) ? html`${linkTo(item, from)} ${showId(item)}` : linkTo(item, from);
}

export function showId({ id }: Item): Html {
  return html`<span class="id">${cutText(id, 40)}</span>`;
}

/** Personas, goals and stakeholders have words for ids. */
function isCoded({ type }: Item): boolean {
  return !['goal', 'persona', 'stakeholder'].includes(type);
}

/** The status as a word; its category decides the colour. */
export function showStatus({ view, words }: Site, item: Item): Html {
  const { settings } = view.backlog;
  if (Object.keys(statusesOf(settings, item.type)).length === 0) return nothing;
  const status = item.status ? sayName(words, 'status', item.status) : words.say('headTodo');
  return html`<span class="status ${categoryOf(settings, item)}">${status}</span>`;
}

/** Done of all, as a bar and in words. */
export function showProgress(progress: Progress, name: string, words: Words): Html {
  const { done, all } = countedIn(progress);
  if (all === 0) return nothing;
  return html`<span class="progress"><progress value="${done}" max="${all}" aria-label="${name}"></progress> <span>${spellProgress(progress, words)}</span></span>`;
}

export interface ColumnSpec {
  readonly name: string;
  /** Right-aligned, for numbers. */
  readonly isNumber?: boolean;
  /** A word or a number: several stand side by side on a narrow screen. */
  readonly isShort?: boolean;
  /** Names the row: read aloud with each of its cells. */
  readonly isHeader?: boolean;
}

/**
 * A table that becomes a card a row on a narrow screen. The roles are said, since browsers forget
 * them when cells are laid out as blocks.
 */
export function showTable(
  caption: string,
  columns: readonly ColumnSpec[],
  rows: readonly (readonly Content[])[],
): Html {
  // A column that says nothing in any row only takes room.
  const shown = columns
    .map((column, at) => ({ ...column, at }))
    .filter(({ at }) => rows.some((cells) => !isEmpty(cells[at])));
  const head = shown.map(
    (column) =>
      html`<th scope="col" role="columnheader" class="${classOf(column)}">${column.name}</th>`,
  );
  const body = rows.map((cells) => {
    const written = shown.map((column) => showCell(column, cells[column.at]));
    return html`<tr role="row">${written}</tr>
`;
  });
  return html`<table class="cards" role="table">
<caption class="unseen">${caption}</caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${body}</tbody>
</table>`;
}

function showCell(column: ColumnSpec, cell: Content): Html {
  if (column.isHeader) return html`<th scope="row" role="rowheader">${cell}</th>`;
  const empty = isEmpty(cell) ? ' empty' : '';
  return html`<td role="cell" data-name="${column.name}" class="${classOf(column)}${empty}">${cell}</td>`;
}

function classOf({ isNumber, isShort }: ColumnSpec): string {
  return [isNumber && 'number', isShort && 'short'].filter(Boolean).join(' ');
}

function isEmpty(cell: Content): boolean {
  return cell === '' || cell === null || cell === undefined || cell === false || cell === nothing;
}

/** Name and content pairs; those without content are left out. */
export function showFacts(facts: readonly (readonly [name: string, content: Content])[]): Html {
  const shown = facts.filter(([, content]) => !isEmpty(content));
  if (shown.length === 0) return nothing;
  return html`<dl class="facts">
${shown.map(
  ([name, content]) => html`<div><dt>${name}</dt><dd>${content}</dd></div>
`,
)}</dl>`;
}

/** A list of links; a long one says how many more there are. */
export function showLinks(site: Site, items: readonly Item[], from: string, most = 50): Html {
  if (items.length === 0) return nothing;
  const shown = items.slice(0, most);
  const more = items.length - shown.length;
  return html`<ul class="links">
${shown.map(
  (item) => html`<li>${linkWithId(item, from)} ${showStatus(site, item)}</li>
`,
)}${more > 0 && html`<li>${site.words.say('andMore', { number: more })}</li>`}</ul>`;
}

/** A section with a heading of level 2; nothing where it has no content. */
export function showSection(title: string, content: Html): Html {
  if (content === nothing) return nothing;
  return html`<section>
<h2>${title}</h2>
${content}
</section>`;
}

export function showDay(words: Words, day: string | null): Content {
  return day === null
    ? null
    : html`<time datetime="${day}">${cutText(words.shortDay(day), 40)}</time>`;
}

/** Text between commas. */
export function joinContent(parts: readonly Html[], between = ', '): Html {
  return html`${parts.map((part, index) => (index === 0 ? part : html`${between}${part}`))}`;
}

/** A sentence around content: `say` gets what stands for it, and says it once. */
export function fillSentence(say: (mark: string) => string, content: Content): Html {
  const mark = '\u{f8ff}';
  const [before, after] = say(mark).split(mark);
  return html`${before}${content}${after}`;
}

/** A body's Markdown, with links as they work from a page. */
export function showBody(site: Site, text: string, from: string): Html {
  const { view, index, words } = site;
  const root = rootFrom(from);
  const addressOf = (item: Item | undefined) => (item ? `${root}${pathOf(item)}` : null);
  const links: LinkResolver = {
    ofId: (id) => {
      const item = getItem(view.backlog, id);
      return item && isCoded(item) ? addressOf(item) : null;
    },
    ofFile: (path) => {
      const [file = ''] = path.split(/[?#]/);
      return addressOf(index.byFile.get(file.slice(file.lastIndexOf('/') + 1).toLowerCase()));
    },
  };
  const markup = renderMarkdown(text, links, words);
  if (markup === nothing) return nothing;
  return html`<div class="prose" lang="${languageOfTexts(site)}">${markup}</div>`;
}

/** The language that a backlog's own texts are in, which may be one that no page is written in. */
export function languageOfTexts({ view }: Site): string {
  return view.backlog.settings.language.replaceAll('_', '-');
}

/** Sorts by a day, the newest first and those without one last; equal ones keep their order. */
export function newestFirst<T>(dayOf: (one: T) => string | null): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [dayOf(a) ?? '', dayOf(b) ?? ''];
    return left > right ? -1 : left < right ? 1 : 0;
  };
}
