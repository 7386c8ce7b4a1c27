import type { Document } from '../item/document.js';
import { isNamedFor, namesId, sameId } from '../item/id.js';
import { type Item, toItem } from '../item/item.js';
import { factsOf, type Recall } from '../text/facts.js';
import type { Problem } from '../text/problem.js';
import { compareText } from '../text/words.js';
import { insertItems, orderItems } from './order-key.js';
import type { Settings } from './settings.js';
import { isWorkItem } from './workflow.js';

/**
 * Every document of one backlog as one immutable value. It is read when it is asked for: who wants
 * one item by its id need not wait for ten thousand.
 */
export interface Backlog {
  readonly settings: Settings;
  /** Work items in backlog order, archived ones too. */
  readonly work: readonly Item[];
  /** Goals, personas, stakeholders, feedback and sprints, by path. */
  readonly around: readonly Item[];
  /** Files that could not be read. */
  readonly problems: readonly Problem[];
  /** What `getItem` asks. */
  readonly find: (id: string) => Item | undefined;
  /** Every document with an id, in any case: more than one where two branches or a copy gave it twice. */
  readonly withId: (id: string) => readonly Item[];
  /** Items that name an id in one of these fields, in any case; in the order of `allItems`. */
  readonly naming: (keys: readonly string[], id: string) => readonly Item[];
  /** What a function says of this backlog, worked out once: `backlog.fact(hasEpics)`. */
  readonly fact: Recall<Backlog>;
}

/** A backlog's documents as they were found. */
export interface Scan {
  readonly documents: readonly Document[];
  /** One for each file that could not be read: none is skipped in silence. */
  readonly problems: readonly Problem[];
  /** The documents from this index on stand in the order of their items in the backlog. */
  readonly orderedFrom?: number;
  /** Which documents, by index, may name an id in this field; null where any may. */
  readonly mayName?: (key: string, id: string) => readonly number[] | null;
}

/** Where a backlog's documents come from. */
export interface DocumentSource {
  /** Everything, in any order. Asked once at most. */
  all(): Scan;
  /** The readable documents whose file is named for an id; none when that is not known. */
  named(id: string): readonly Document[];
  /** Every readable document with an id, and maybe others; null when only `all` can tell. */
  mayHave?(id: string): readonly Document[] | null;
}

export function createBacklog(
  settings: Settings,
  documents: readonly Document[],
  problems: readonly Problem[] = [],
): Backlog {
  return openBacklog(settings, { all: () => ({ documents, problems }), named: () => [] });
}

export function openBacklog(settings: Settings, source: DocumentSource): Backlog {
  const single = new Map<string, Item>();
  let whole: Arranged | undefined;
  const readAll = () => {
    if (whole) return whole;
    const scan = source.all();
    // What was handed out already stays the same object.
    const items = scan.documents.map(toItem);
    for (const item of single.values()) {
      const index = items.findIndex(({ document }) => document.path === item.document.path);
      if (index !== -1) items[index] = item;
    }
    whole = arrange(settings, items, scan);
    return whole;
  };
  const pickOf = (documents: readonly Document[], id: string) => {
    const items = documents
      .map((document) => single.get(document.path) ?? toItem(document))
      .filter((item) => id !== '' && sameId(item.id, id))
      .sort(compareClaims);
    for (const item of items) single.set(item.document.path, item);
    return items;
  };
  const listWithId = (id: string) => {
    const some = whole ? null : source.mayHave?.(id);
    return some ? pickOf(some, id) : (readAll().byId().get(id.toUpperCase()) ?? []);
  };
  const backlog: Backlog = {
    settings,
    get work() {
      return readAll().work;
    },
    get around() {
      return readAll().around;
    },
    get problems() {
      return readAll().problems;
    },
    find: (id) =>
      (whole || id === '' ? undefined : pickOf(source.named(id), id)[0]) ??
      readAll().byId().get(id.toUpperCase())?.[0],
    withId: listWithId,
    naming(keys, id) {
      const { items, mayName } = readAll();
      const found = keys.flatMap((key) => {
        const some = mayName(key, id)?.map((index) => items[index] as Item) ?? items;
        return some.filter(({ document }) => namesId(document.field(key), id));
      });
      const { work, around } = arrange(settings, [...new Set(found)], {});
      return [...work, ...around];
    },
    fact: factsOf(() => backlog),
  };
  return backlog;
}

interface Arranged {
  /** As the scan had them. */
  readonly items: readonly Item[];
  readonly work: readonly Item[];
  readonly around: readonly Item[];
  /** By upper-case id, made when it is asked. */
  readonly byId: () => ReadonlyMap<string, readonly Item[]>;
  readonly problems: readonly Problem[];
  readonly mayName: NonNullable<Scan['mayName']>;
}

function arrange(
  settings: Settings,
  items: readonly Item[],
  { problems = [], orderedFrom = items.length, mayName = () => null }: Partial<Scan>,
): Arranged {
  const workTypes = new Map<string, boolean>();
  const isWork = ({ type }: Item) => {
    const known = workTypes.get(type) ?? isWorkItem(settings, { type });
    workTypes.set(type, known);
    return known;
  };
  const loose: Item[] = [];
  const ordered: Item[] = [];
  const around: Item[] = [];
  let place = 0;
  for (const item of items) {
    if (!isWork(item)) around.push(item);
    else if (place < orderedFrom) loose.push(item);
    else ordered.push(item);
    place += 1;
  }
  around.sort(comparePaths);
  let index: ReadonlyMap<string, readonly Item[]> | undefined;
  const byId = () => {
    index ??= indexById(items);
    return index;
  };
  const work = insertItems(ordered, orderItems(loose, comparePaths), comparePaths);
  return { items, work, around, problems, byId, mayName };
}

/** By upper-case id. Of several with one id, those whose file is named for it come first. */
function indexById(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const byId = new Map<string, Item[]>();
  for (const item of items) {
    const key = item.id.toUpperCase();
    const others = byId.get(key);
    if (others) others.push(item);
    else byId.set(key, [item]);
  }
  byId.delete('');
  for (const same of byId.values()) if (same.length > 1) same.sort(compareClaims);
  return byId;
}

function compareClaims(a: Item, b: Item): number {
  return Number(isOwnFile(b)) - Number(isOwnFile(a)) || comparePaths(a, b);
}

function isOwnFile({ id, document }: Item): boolean {
  return isNamedFor(document.path, id);
}

function comparePaths(a: Item, b: Item): number {
  return compareText(a.document.path, b.document.path);
}

export function allItems(backlog: Backlog): readonly Item[] {
  return [...backlog.work, ...backlog.around];
}

export function itemsOfType(backlog: Backlog, type: string): readonly Item[] {
  return backlog.around.filter((item) => item.type === type);
}

/** References as the ids of what they name, whose case may differ. */
export function spellIds(backlog: Backlog, ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? ids : ids.map((id) => getItem(backlog, id)?.id ?? id);
}

/** The item a reference in a file names: whole ids only, in any case. */
export function getItem(backlog: Backlog, id: string): Item | undefined {
  return backlog.find(id);
}
