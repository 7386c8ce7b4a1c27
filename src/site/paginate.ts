import type { Words } from '../language/words.js';
import { type Html, html, nothing } from './html.js';
import { numberedPath, rootFrom } from './links.js';
import type { Page, PageSpec } from './page.js';

/** Rows on one page: with all that stands in a row, far below 200 KB. */
export const rowsPerPage = 100;

/** The part of a list that one page shows. */
export interface Part<Row> {
  readonly path: string;
  readonly rows: readonly Row[];
  /** From 1. */
  readonly number: number;
  readonly pager: Html;
}

/** As many pages as a list needs, and one for an empty list. */
export function paginate<Row>(
  words: Words,
  spec: PageSpec,
  rows: readonly Row[],
  show: (part: Part<Row>) => Html,
  size: number = rowsPerPage,
): readonly Page[] {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  return Array.from({ length: pages }, (_, index) => {
    const number = index + 1;
    const path = numberedPath(spec.path, number);
    const part = {
      path,
      number,
      rows: rows.slice(index * size, number * size),
      pager: showPager(words, spec.path, number, pages),
    };
    const title = number === 1 ? spec.title : `${spec.title} (${number})`;
    return { ...spec, path, title, main: show(part) };
  });
}

function showPager(words: Words, path: string, number: number, pages: number): Html {
  if (pages === 1) return nothing;
  const link = (to: number, name: string, rel: string) =>
    to < 1 || to > pages
      ? html`<span></span>`
      : html`<a rel="${rel}" href="${rootFrom(path)}${numberedPath(path, to)}">${name}</a>`;
  const here = words.say('pageOf', { page: number, of: pages });
  return html`<nav class="pager" aria-label="${here}">
${link(number - 1, `← ${words.say('pageBefore')}`, 'prev')}
<span>${here}</span>
${link(number + 1, `${words.say('pageAfter')} →`, 'next')}
</nav>`;
}
