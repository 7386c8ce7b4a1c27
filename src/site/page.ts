import type { Words } from '../language/words.js';
import type { Content, Html } from './html.js';
import { html } from './html.js';
import { rootFrom } from './links.js';
import type { SiteIndex } from './site-index.js';
import type { SiteView } from './site-view.js';

/** One file of the site. Paths are relative to its folder, `/` between parts. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

/** What pages are made from. */
export interface Site {
  readonly view: SiteView;
  readonly index: SiteIndex;
  /** The sections there is something in, as the head of each page lists them. */
  readonly sections: readonly Section[];
  readonly words: Words;
}

export interface Section {
  readonly path: string;
  readonly name: string;
}

/** A page before the frame is put around it. */
export interface Page {
  readonly path: string;
  readonly title: string;
  /** Path of the section it belongs to. */
  readonly section: string;
  readonly main: Html;
}

/** What all pages of a list share; `show` makes one of them. */
export interface PageSpec {
  readonly path: string;
  readonly title: string;
  readonly section: string;
}

/**
 * A page's policy: nothing is loaded but the site's own files, nothing in it runs or styles
 * itself, no form is sent, no address is taken from elsewhere. `file:` is for sites opened from a
 * disk, where not every browser counts files as `'self'`; on a server it matches nothing.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self' file:",
  "style-src 'self' file:",
  "img-src 'self' file:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A whole page: head, landmarks, what is in it, and the way back. */
export function framePage(site: Site, { path, title, section, main }: Page): SiteFile {
  const root = rootFrom(path);
  const { words } = site;
  const name = site.view.backlog.settings.product ?? words.say('backlog');
  const heading: Content = title === name ? title : `${title} · ${name}`;
  const page = html`<!doctype html>
<html lang="${words.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="storymark">
<title>${heading}</title>
<link rel="icon" href="${root}assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}assets/site.css">
<script src="${root}assets/site.js" defer></script>
</head>
<body>
<a class="skip" href="#main">${words.say('skip')}</a>
<header class="top">
<div class="wrap">
<a class="brand" href="${root}index.html" aria-current="${path === 'index.html' ? 'page' : 'false'}">${name}</a>
<div id="search" class="search" role="search" data-nothing="${words.say('nothingFound')}" data-found="${words.say('pagesFound', { number: '{number}' })}" hidden>
<label class="unseen" for="search-words">${words.say('search')}</label>
<input id="search-words" type="search" placeholder="${words.say('search')}" autocomplete="off" spellcheck="false">
<p class="unseen" id="search-state" role="status"></p>
<ul id="search-hits" hidden></ul>
</div>
<nav aria-label="${words.say('sections')}">
<ul>
${site.sections.map(
  (one) =>
    html`<li><a href="${root}${one.path}" aria-current="${sayCurrent(one, path, section)}">${one.name}</a></li>
`,
)}</ul>
</nav>
</div>
</header>
<main id="main" tabindex="-1">
<div class="wrap">
${main}
</div>
</main>
<footer>
<div class="wrap">
<p>${words.say('madeBy')}</p>
</div>
</footer>
</body>
</html>
`;
  return { path, text: page.markup };
}

/** Whether a link of the head leads to this page, or to the section it is in. */
function sayCurrent(one: Section, path: string, section: string): 'page' | 'true' | 'false' {
  if (one.path === path) return 'page';
  return one.path === section ? 'true' : 'false';
}
