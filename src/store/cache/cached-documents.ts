import type { Scan } from '../../backlog/backlog.js';
import type { Document } from '../../item/document.js';
import { namesId } from '../../item/id.js';
import type { CacheFiles } from './cache-files.js';
import { cacheVersion, digestBytes, isRacy } from './stamp.js';
import { openTable, type Table } from './table.js';
import { openTexts, textsPath } from './table-texts.js';
import { createTableWriter } from './write-table.js';

/** Where a backlog's cache lies, and what the disk is reached by. */
export interface DocumentCache {
  readonly files: CacheFiles;
  /** Absolute path of the cache file, which need not be there. */
  readonly path: string;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Reads a file's document; undefined when it cannot be read, which the reader has told. */
export type ReadDocument = (path: string) => Document | undefined;

/** Fewer documents are read as fast as a cache is. */
const fewDocuments = 64;
/** A cache is written anew when more of it is out of date than this, and than a share of it. */
const fewStale = 32;
const smallShare = 0.02;
/** In bytes of documents; more would not fit the numbers of a table. */
const largestCache = 2 ** 30;

/**
 * The documents at these paths: from the cache where their files did not change, else by `read`.
 * Whatever befalls the cache, the documents are right: what is wrong with it is not believed, and
 * where it cannot be written it is not.
 *
 * @param root absolute path that the paths are relative to
 */
export function readCached(
  cache: DocumentCache,
  root: string,
  paths: readonly string[],
  read: ReadDocument,
): Omit<Scan, 'problems'> {
  if (paths.length < fewDocuments) return { documents: paths.flatMap((path) => read(path) ?? []) };
  const readAt = cache.now();
  const table = openCache(cache, root);
  const { rows, stale } = findRows(cache, table, root, paths, readAt);
  if (table && stale <= Math.max(fewStale, paths.length * smallShare)) {
    return readRows(table, rows, paths, read);
  }
  const readRow = (path: string, index: number) => {
    const row = rows[index] ?? noRow;
    return table === null || row === noRow ? read(path) : table.document(row, path);
  };
  return { documents: renew(cache, root, paths, readRow, readAt) };
}

/**
 * Paths of the files that may have an id whatever their names are: those the cache says so of, and
 * those it does not know. To look at each of ten thousand files would take as long as the rest of a
 * command, so an id changed where its file lies is seen only by what reads everything.
 *
 * @returns null where that is not known, or so many that reading everything is as quick
 */
export function findHolders(
  cache: DocumentCache,
  root: string,
  paths: readonly string[],
  id: string,
): readonly string[] | null {
  const table = paths.length < fewDocuments ? null : openCache(cache, root);
  const holding = table?.rowsHolding('id', id);
  if (!table || !holding) return null;
  // `ST-1` is in the id of `ST-10` too.
  const rows = holding.filter((row) => namesId(table.document(row, '').field('id'), id));
  const found: string[] = [];
  for (let index = 0; index < paths.length; index += 1) {
    const path = paths[index] as string;
    const row = table.rowOf(path);
    if (row === undefined || rows.includes(row)) found.push(path);
  }
  return found.length > fewStale ? null : found;
}

function readRows(
  table: Table,
  rows: Int32Array,
  paths: readonly string[],
  read: ReadDocument,
): Omit<Scan, 'problems'> {
  const fresh: Document[] = [];
  const pathOfRow = new Array<string | undefined>(table.head.rows);
  for (let index = 0; index < paths.length; index += 1) {
    const path = paths[index] as string;
    const row = rows[index] ?? noRow;
    if (row !== noRow) {
      pathOfRow[row] = path;
      continue;
    }
    const document = read(path);
    if (document) fresh.push(document);
  }
  const documents = [...fresh];
  const placeOfRow = new Int32Array(table.head.rows).fill(noRow);
  for (const row of table.order) {
    const path = pathOfRow[row];
    if (path === undefined) continue;
    placeOfRow[row] = documents.length;
    documents.push(table.document(row, path));
  }
  return {
    documents,
    orderedFrom: fresh.length,
    mayName(key, id) {
      const found = table.rowsHolding(key, id);
      const places = found?.map((row) => placeOfRow[row] ?? noRow).filter((one) => one !== noRow);
      return places ? [...fresh.keys(), ...places] : null;
    },
  };
}

function openCache({ files, path }: DocumentCache, root: string): Table | null {
  const bytes = files.read(path);
  try {
    const table = bytes && openTable(bytes, root, (id) => openTexts(files, path, id));
    return table?.head.version === cacheVersion ? table : null;
  } catch {
    return null;
  }
}

const noRow = -1;

interface FoundRows {
  /** For each path the row that holds what its file holds, or `noRow`. */
  readonly rows: Int32Array;
  /** How many files a table written now would spare reading, and rows it would not have. */
  readonly stale: number;
}

function findRows(
  { files }: DocumentCache,
  table: Table | null,
  root: string,
  paths: readonly string[],
  readAt: number,
): FoundRows {
  const rows = new Int32Array(paths.length).fill(noRow);
  if (!table) return { rows, stale: 0 };
  let listed = 0;
  let stale = 0;
  // Loops over ten thousand: an iterator would make two objects for each.
  for (let index = 0; index < paths.length; index += 1) {
    const path = paths[index] as string;
    const row = table.rowOf(path);
    if (row !== undefined) listed += 1;
    const stamp = row === undefined ? null : files.stat(`${root}/${path}`);
    if (row === undefined || stamp === null || !table.hasStamp(row, stamp)) {
      stale += 1;
      continue;
    }
    if (isRacy(stamp, table.head.readAt)) {
      const bytes = files.read(`${root}/${path}`);
      if (bytes === null || digestBytes(bytes) !== table.digest(row)) continue;
      if (!isRacy(stamp, readAt)) stale += 1;
    }
    rows[index] = row;
  }
  const gone = table.head.rows - listed;
  return { rows, stale: gone + Math.max(0, stale - table.head.unreadable) };
}

/**
 * Documents go into the new table one by one, and are taken from there: all of them beside it
 * would be too much of a large backlog.
 */
function renew(
  cache: DocumentCache,
  root: string,
  paths: readonly string[],
  read: (path: string, index: number) => Document | undefined,
  readAt: number,
): readonly Document[] {
  const writer = createTableWriter();
  const found: (Document | string)[] = [];
  for (const [index, path] of paths.entries()) {
    const stamp = cache.files.stat(`${root}/${path}`);
    const document = read(path, index);
    if (document && stamp && writer.size() < largestCache) {
      writer.add(document, stamp);
      found.push(path);
    } else if (document) found.push(document);
  }
  const { files, path, now } = cache;
  const texts = write(files, textsPath(path), writer.finishTexts);
  const bytes = write(files, path, (diskNow = now()) =>
    writer.finish({
      version: cacheVersion,
      // By the disk's clock, as stamps are.
      readAt: readAt + diskNow - now(),
      unreadable: paths.length - writer.rows(),
    }),
  );
  // From memory: the disk may have kept neither.
  const kept = { ...files, read: () => texts };
  const table = openTable(bytes, root, (id) => openTexts(kept, path, id));
  if (!table) throw new Error('a table just written cannot be opened');
  return found.map((one) =>
    typeof one === 'string' ? table.document(table.rowOf(one) ?? noRow, one) : one,
  );
}

/** @param make gets the time by the disk's clock, where the disk lets a file be made */
function write(files: CacheFiles, path: string, make: (diskNow?: number) => Buffer): Buffer {
  let bytes: Buffer | undefined;
  try {
    files.replace(path, (diskNow) => {
      bytes = make(diskNow);
      return bytes;
    });
  } catch {
    // A full disk or a read-only one: slower, and no less right.
  }
  return bytes ?? make();
}
