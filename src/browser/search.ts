/// <reference lib="dom" />
import MiniSearch from 'minisearch';
import { termOptions } from '../text/search-terms.js';

/** As `src/site/search-data.ts` writes it. */
type SearchRecord = readonly [path: string, id: string, title: string, kind: string, text: string];

interface Entry {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  readonly text: string;
}

declare global {
  interface Window {
    /** What the files of the search call, each with its records. */
    storymarkSearch?: (parts: number, records: readonly SearchRecord[]) => void;
  }
}

const mostHits = 12;

// The script lies in `assets/` of the site's folder.
const source = document.currentScript;
const root = source instanceof HTMLScriptElement ? new URL('../', source.src).href : '';

const words = find('search-words', HTMLInputElement);
const hits = find('search-hits', HTMLUListElement);
const state = find('search-state', HTMLElement);
const box = find('search', HTMLElement);

const index = new MiniSearch<Entry>({
  fields: ['name', 'title', 'text'],
  storeFields: ['path', 'name', 'title', 'kind'],
  ...termOptions,
  searchOptions: {
    ...termOptions.searchOptions,
    boost: { name: 4, title: 3 },
    // Each letter typed narrows down what is shown.
    prefix: true,
    combineWith: 'AND',
  },
});

/** Files still to come; null before anybody has searched. */
let missing: number | null = null;

box.hidden = false;
words.addEventListener('focus', load);
words.addEventListener('input', () => {
  load();
  show();
});
words.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown') moveTo(event, 0);
  if (event.key === 'Enter') links()[0]?.click();
});
hits.addEventListener('keydown', (event) => {
  const at = links().indexOf(document.activeElement as HTMLAnchorElement);
  if (event.key === 'ArrowDown') moveTo(event, at + 1);
  if (event.key === 'ArrowUp') moveTo(event, at - 1);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && words.value !== '') {
    words.value = '';
    show();
    words.focus();
  }
  if (event.key === '/' && !isTyping(event.target)) {
    event.preventDefault();
    words.focus();
  }
});

/** Fetches the data as scripts: pages opened from a disk may load nothing else. */
function load(): void {
  if (missing !== null) return;
  missing = 1;
  window.storymarkSearch = (parts, records) => {
    if (index.documentCount === 0) {
      missing = parts;
      for (let part = 2; part <= parts; part += 1) addScript(part);
    }
    missing = (missing ?? 1) - 1;
    index.addAll(records.map(toEntry));
    show();
  };
  addScript(1);
}

function addScript(part: number): void {
  const script = document.createElement('script');
  script.src = `${root}search/${part}.js`;
  document.head.append(script);
}

function toEntry([path, name, title, kind, text]: SearchRecord): Entry {
  return { id: path, path, name, title, kind, text };
}

function show(): void {
  const typed = words.value.trim();
  const found = typed === '' ? [] : index.search(typed).slice(0, mostHits);
  hits.replaceChildren(...found.map((hit) => makeHit(hit as unknown as Entry)));
  hits.hidden = found.length === 0;
  const waiting = missing === null || missing > 0;
  state.textContent = typed === '' || (waiting && found.length === 0) ? '' : sayFound(found.length);
  box.classList.toggle('empty', typed !== '' && !waiting && found.length === 0);
}

/** As the page has it, in its language. */
function sayFound(number: number): string {
  if (number === 0) return box.dataset['nothing'] ?? '';
  return (box.dataset['found'] ?? '').replace('{number}', String(number));
}

/** Made of text nodes: what somebody wrote into a title stays text. */
function makeHit({ path, name, title, kind }: Entry): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const about = document.createElement('span');
  link.href = root + path;
  link.textContent = title || name;
  about.textContent = `${kind} ${name}`;
  link.append(' ', about);
  item.append(link);
  return item;
}

function links(): readonly HTMLAnchorElement[] {
  return [...hits.querySelectorAll('a')];
}

function moveTo(event: KeyboardEvent, at: number): void {
  event.preventDefault();
  if (at < 0) words.focus();
  else links()[at]?.focus();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function find<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`the page has no ${id}`);
  return element;
}
