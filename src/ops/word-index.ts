import MiniSearch from 'minisearch';
import type { Memory } from '../backlog/memory.js';
import { bodyOf } from '../item/document.js';
import type { Item } from '../item/item.js';
import { foldText } from '../text/fold.js';

/** An item that has the words, or some like them. */
export interface WordHit {
  readonly item: Item;
  /** Higher is better; means nothing by itself. */
  readonly score: number;
  /** The words of the item that were taken for the ones asked for. */
  readonly terms: readonly string[];
}

export type WordIndex = (words: string) => readonly WordHit[];

/** What is kept of an index: of which texts it is, by path. */
interface KeptIndex {
  readonly keys: Readonly<Record<string, string>>;
  readonly index: object;
}

interface Entry {
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly labels: string;
  readonly body: string;
}

const memoryName = 'words';
/** An index of fewer items is made as fast as one is read. */
const fewItems = 500;
/** More changed than this share, and all is indexed anew; more than the other, and it is kept. */
const largeShare = 0.2;
const smallShare = 0.02;

/**
 * An inverted index of what items say: all words of a query are looked for, or else any; whole,
 * begun, or with a slip in five letters. A title counts more than a body (BM25+, by minisearch).
 */
export function indexWords(items: readonly Item[], memory: Memory): WordIndex {
  const byPath = new Map(items.map((item) => [item.document.path, item]));
  const index = items.length < fewItems ? makeIndex(items) : recallIndex(items, byPath, memory);
  return (words) => {
    const all = index.search(words, { combineWith: 'AND' });
    const hits = all.length > 0 ? all : index.search(words, { combineWith: 'OR' });
    return hits.flatMap(({ id, score, terms }) => {
      const item = byPath.get(id);
      return item ? [{ item, score, terms }] : [];
    });
  };
}

function recallIndex(
  items: readonly Item[],
  byPath: ReadonlyMap<string, Item>,
  memory: Memory,
): MiniSearch<Entry> {
  const keys = new Map(items.map(({ document }) => [document.path, memory.keyOf(document)]));
  const kept = memory.recall(memoryName) as KeptIndex | undefined;
  const known = Object.entries(kept?.keys ?? {});
  const gone = known.filter(([path, key]) => keys.get(path) !== key).map(([path]) => path);
  const isKnown = ({ document: { path } }: Item) =>
    kept !== undefined && Object.hasOwn(kept.keys, path) && kept.keys[path] === keys.get(path);
  const fresh = items.filter((item) => !isKnown(item));
  const changed = gone.length + fresh.length;
  const isUseful = kept !== undefined && changed <= items.length * largeShare;
  const index = isUseful ? loadIndex(kept.index) : makeIndex(items);
  if (isUseful) {
    for (const path of gone) index.discard(path);
    for (const item of fresh) index.add(entryOf(byPath.get(item.document.path) ?? item));
  }
  if (!isUseful || changed > items.length * smallShare) {
    const value = { keys: Object.fromEntries(keys), index: index.toJSON() } satisfies KeptIndex;
    memory.keep(memoryName, value);
  }
  return index;
}

function makeIndex(items: readonly Item[]): MiniSearch<Entry> {
  const index = new MiniSearch<Entry>(options);
  index.addAll(items.map(entryOf));
  return index;
}

function loadIndex(kept: object): MiniSearch<Entry> {
  return MiniSearch.loadJS<Entry>(kept as Parameters<typeof MiniSearch.loadJS>[0], options);
}

function entryOf({ id, title, labels, document }: Item): Entry {
  return { path: document.path, id, title, labels: labels.join(' '), body: bodyOf(document) };
}

const options = {
  idField: 'path',
  fields: ['id', 'title', 'labels', 'body'],
  processTerm: foldText,
  // It would clear up in a later turn of the event loop, when all is said.
  autoVacuum: false,
  searchOptions: {
    boost: { id: 4, title: 3, labels: 2 },
    prefix: (term: string) => term.length >= 3,
    // Short words have no room for a slip: `cat` would be `car`.
    fuzzy: (term: string) => (term.length >= 5 ? 0.2 : false),
  },
};
