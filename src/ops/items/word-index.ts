import type { AsPlainObject } from 'minisearch';
import MiniSearch from 'minisearch';
import type { Memory } from '../../backlog/memory.js';
import { shownBodyOf } from '../../item/document.js';
import type { Item } from '../../item/item.js';
import { foldText } from '../../text/fold.js';
import { termOptions } from '../../text/search-terms.js';
import { editDistance } from '../../text/suggest.js';

/** An item that has the words, or some like them. */
export interface WordHit {
  readonly item: Item;
  /** Higher is better; means nothing by itself. */
  readonly score: number;
  /** The words of the item that were taken for the ones asked for. */
  readonly terms: readonly string[];
}

/** What is kept of an index: of which texts it is, by path. */
interface KeptIndex {
  readonly keys: Readonly<Record<string, string>>;
  readonly index: PackedIndex<AsPlainObject>;
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
 * The items that say what a query asks for, by an inverted index: all its words, or else any; whole,
 * begun, or with a slip in five letters. A title counts more than a body (BM25+, by minisearch).
 */
export function findWords(
  items: readonly Item[],
  words: string,
  memory: Memory,
): readonly WordHit[] {
  const byPath = new Map(items.map((item) => [item.document.path, item]));
  const index = items.length < fewItems ? makeIndex(items) : recallIndex(items, words, memory);
  const all = index.search(words, { combineWith: 'AND' });
  const hits = all.length > 0 ? all : index.search(words, { combineWith: 'OR' });
  return hits.flatMap(({ id, score, terms }) => {
    const item = byPath.get(id);
    return item ? [{ item, score, terms }] : [];
  });
}

/** An index that finds these words; whether it finds others is left open. */
function recallIndex(items: readonly Item[], words: string, memory: Memory): MiniSearch<Entry> {
  const keys = new Map(items.map(({ document }) => [document.path, memory.keyOf(document)]));
  const kept = memory.recall(memoryName) as KeptIndex | undefined;
  const known = Object.entries(kept?.keys ?? {});
  const gone = known.filter(([path, key]) => keys.get(path) !== key).map(([path]) => path);
  const isKnown = ({ document: { path } }: Item) =>
    kept !== undefined && Object.hasOwn(kept.keys, path) && kept.keys[path] === keys.get(path);
  const fresh = items.filter((item) => !isKnown(item));
  const changed = gone.length + fresh.length;
  const isUseful = kept !== undefined && changed <= items.length * largeShare;
  const isKept = !isUseful || changed > items.length * smallShare;
  const index = isUseful
    ? loadIndex(unpackIndex(kept.index, isKept ? () => true : createTermFilter(words)))
    : makeIndex(items);
  if (isUseful) {
    for (const path of gone) index.discard(path);
    index.addAll(fresh.map(entryOf));
  }
  if (isKept) {
    const value = { keys: Object.fromEntries(keys), index: packIndex(index.toJSON()) };
    memory.keep(memoryName, value satisfies KeptIndex);
  }
  // minisearch counts what was discarded until it has once met it under the words asked for.
  if (index.dirtCount > 0) index.search(words);
  return index;
}

/** Whether a word of the index may be taken for one of those asked for. */
function createTermFilter(words: string): (term: string) => boolean {
  const { tokenize, prefix, fuzzy } = termOptions.searchOptions;
  const asked = tokenize(words).map(foldText);
  return (term) =>
    asked.some((word) => {
      if (term === word || (prefix(word) && term.startsWith(word))) return true;
      const most = Math.round(word.length * fuzzy(word));
      return Math.abs(term.length - word.length) <= most && editDistance(term, word) <= most;
    });
}

function makeIndex(items: readonly Item[]): MiniSearch<Entry> {
  const index = new MiniSearch<Entry>(options);
  index.addAll(items.map(entryOf));
  return index;
}

function loadIndex(kept: AsPlainObject): MiniSearch<Entry> {
  return MiniSearch.loadJS<Entry>(kept, options);
}

function entryOf({ id, title, labels, document }: Item): Entry {
  return { path: document.path, id, title, labels: labels.join(' '), body: shownBodyOf(document) };
}

const options = {
  idField: 'path',
  fields: ['id', 'title', 'labels', 'body'],
  ...termOptions,
  // It would clear up in a later turn of the event loop, when all is said.
  autoVacuum: false,
  searchOptions: {
    ...termOptions.searchOptions,
    boost: { id: 4, title: 3, labels: 2 },
  },
};

/** For each field, by its number, how often each document has a term, by the document's number. */
type Postings = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What of minisearch's own JSON is looked into. */
interface IndexJson {
  readonly index: readonly (readonly [term: string, postings: Postings])[];
}

/**
 * An index as it is kept. What a word is found in is text of its own, which is decoded for the words
 * of a query only: ten thousand items have half a million such entries.
 */
interface PackedIndex<Json extends IndexJson> {
  /** The index without its words. */
  readonly head: Omit<Json, 'index'>;
  readonly terms: readonly string[];
  /**
   * For each term, by field: `0:5,2*3;3:1` for documents 5 and, three times, 7 in field 0, and
   * document 1 in field 3. Each number is how far it is from the one before.
   */
  readonly postings: readonly string[];
}

function packIndex<Json extends IndexJson>({ index, ...head }: Json): PackedIndex<Json> {
  return {
    head,
    terms: index.map(([term]) => term),
    postings: index.map(([, postings]) => packPostings(postings)),
  };
}

/** The index with those of its terms that are asked for. */
function unpackIndex<Json extends IndexJson>(
  { head, terms, postings }: PackedIndex<Json>,
  isAsked: (term: string) => boolean,
): Json {
  const index: [string, Postings][] = [];
  for (const [at, term] of terms.entries()) {
    if (isAsked(term)) index.push([term, unpackPostings(postings[at] ?? '')]);
  }
  return { ...head, index } as unknown as Json;
}

function packPostings(postings: Postings): string {
  const fields = Object.entries(postings).map(([field, counts]) => {
    let last = 0;
    const documents = Object.entries(counts).map(([document, count]) => {
      const step = Number(document) - last;
      last = Number(document);
      return count === 1 ? step : `${step}*${count}`;
    });
    return `${field}:${documents.join(',')}`;
  });
  return fields.join(';');
}

function unpackPostings(packed: string): Postings {
  const fields = packed.split(';').map((one) => {
    const [field = '', documents = ''] = one.split(':');
    let last = 0;
    const counts = documents.split(',').map((entry) => {
      const [step, count = '1'] = entry.split('*');
      last += Number(step);
      return [last, Number(count)] as const;
    });
    return [field, Object.fromEntries(counts)] as const;
  });
  return Object.fromEntries(fields);
}
