import type { Words } from '../language/words.js';
import { chartStyle } from './chart-figure.js';
import { framePage, type Page, type Site, type SiteFile } from './page.js';
import { backlogPages, donePages } from './pages/backlog-pages.js';
import { changePages } from './pages/change-pages.js';
import { feedbackPages } from './pages/feedback-pages.js';
import { goalPages } from './pages/goal-pages.js';
import { itemPages } from './pages/item-pages.js';
import { overviewPage } from './pages/overview-page.js';
import { personaPages, stakeholderPages } from './pages/people-pages.js';
import { epicPages, roadmapPages } from './pages/roadmap-pages.js';
import { sprintPages } from './pages/sprint-pages.js';
import { searchFiles } from './search-data.js';
import { listSections } from './sections.js';
import { indexSite } from './site-index.js';
import type { SiteView } from './site-view.js';

/** The files that come with the program: what pages look like, and their search. */
export interface SiteAssets {
  readonly style: string;
  readonly script: string;
}

/** Every file of the site. The same view, words and assets give the same bytes. */
export function renderSite(view: SiteView, words: Words, assets: SiteAssets): readonly SiteFile[] {
  const sections = listSections(view, words);
  const site: Site = { view, index: indexSite(view), sections, words };
  return [
    ...listPages(site).map((page) => framePage(site, page)),
    ...searchFiles(view, words),
    { path: 'assets/site.css', text: `${assets.style}\n${chartStyle}` },
    { path: 'assets/site.js', text: assets.script },
    { path: 'assets/icon.svg', text: icon },
  ];
}

function listPages(site: Site): readonly Page[] {
  return [
    overviewPage(site),
    ...backlogPages(site),
    ...roadmapPages(site),
    ...epicPages(site),
    ...goalPages(site),
    ...personaPages(site),
    ...feedbackPages(site),
    ...stakeholderPages(site),
    ...sprintPages(site),
    ...donePages(site),
    ...changePages(site),
    ...itemPages(site),
  ];
}

/** Three lines of a list, the first one ticked off. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f5fa8"/><path d="M8 10l2.5 2.5L15 8M18 10h7M9 17h16M9 23h16" fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></svg>\n`;
