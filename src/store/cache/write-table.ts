import { type OrderedItem, orderItems } from '../../backlog/order-key.js';
import type { Document } from '../../item/document.js';
import { toItem } from '../../item/item.js';
import { emptyMap, type Fields, type Value } from '../../item/value.js';
import { compareText } from '../../text/words.js';
import { choicePrefix, columnPrefix, endsPrefix, rareColumn } from './columns.js';
import { bytesOf, writeSections } from './sections.js';
import { digestText, type Stamp } from './stamp.js';
import { type TableHead, unshaped } from './table.js';
import { writeTexts } from './table-texts.js';

/** Documents on their way into a table: what is added is kept as columns and bytes only. */
export interface TableWriter {
  add(document: Document, stamp: Stamp): void;
  rows(): number;
  /** Of the texts, in bytes. */
  size(): number;
  /** The bytes of the table's file. */
  finish(head: Omit<TableHead, 'rows' | 'unshaped' | 'texts'>): Buffer;
  /** The bytes of the file of its texts. */
  finishTexts(): Buffer;
}

/** A key that fewer documents than one in this many have gets no column of its own. */
const commonShare = 16;
/** Values of which the rows have this many times fewer are kept once each. */
const repeatedShare = 2;

export function createTableWriter(): TableWriter {
  const places: Place[] = [];
  const paths: string[] = [];
  const stamps: number[] = [];
  const spans: number[] = [];
  const digests: string[] = [];
  let hasUnshaped = false;
  const shapes = createShapes();
  const columns = new Map<string, Column>();
  const texts = createByteWriter();
  // The same texts in the same order are the same file.
  const nameTexts = () => digestText(digests.join(''));
  return {
    add(document, stamp) {
      const { path, text, fields, yamlStart, yamlEnd, bodyStart } = document;
      const row = paths.length;
      const { id, rank, created } = toItem(document);
      places.push({ row, path, id, rank, created });
      const [start, length] = texts.add(text);
      const shape = isPlain(fields) ? shapes.numberOf(Object.keys(fields)) : unshaped;
      paths.push(path);
      digests.push(document.digest ?? digestText(text));
      stamps.push(stamp.size, stamp.mtimeMs, stamp.ctimeMs, stamp.ino);
      spans.push(start, length, shape, yamlStart, yamlEnd, bodyStart);
      if (shape === unshaped) {
        hasUnshaped = true;
        return;
      }
      for (const [key, value] of Object.entries(fields)) addValue(columns, key, row, value);
    },
    rows: () => paths.length,
    size: texts.size,
    finish(head) {
      const rows = paths.length;
      const stored = { ...head, rows, unshaped: hasUnshaped, texts: nameTexts() };
      return writeSections(stored satisfies TableHead, [
        ['stamps', [bytesOf(Float64Array.from(stamps))]],
        ['spans', [bytesOf(Uint32Array.from(spans))]],
        [
          'order',
          [bytesOf(Uint32Array.from(orderItems(places, comparePaths), (place) => place.row))],
        ],
        ['digests', [Buffer.from(digests.join(''), 'latin1')]],
        ['paths', [Buffer.from(paths.join('\0'))]],
        ['shapes', [Buffer.from(JSON.stringify(shapes.list()))]],
        ...writeColumns(columns, rows),
      ]);
    },
    finishTexts: () => writeTexts(nameTexts(), texts.parts()),
  };
}

/** What an item's place in the backlog's order depends on. */
interface Place extends OrderedItem {
  readonly row: number;
  readonly path: string;
}

/** As a backlog settles it between two with one id. */
function comparePaths(a: Place, b: Place): number {
  return compareText(a.path, b.path);
}

interface Column {
  readonly rows: number[];
  readonly values: Value[];
}

function addValue(columns: Map<string, Column>, key: string, row: number, value: Value): void {
  const column = columns.get(key);
  if (column) {
    column.rows.push(row);
    column.values.push(value);
  } else columns.set(key, { rows: [row], values: [value] });
}

/** Rare keys share one column of maps, so that a key of one document costs one value. */
function* writeColumns(columns: ReadonlyMap<string, Column>, rows: number) {
  const rare: Record<string, Value>[] = [];
  for (const [key, column] of columns) {
    if (column.rows.length * commonShare < rows) {
      for (const [index, row] of column.rows.entries()) {
        rare[row] ??= emptyMap();
        rare[row][key] = column.values[index] as Value;
      }
    } else yield* writeColumn(key, column, rows);
  }
  const filled = rare.flatMap((map, row) => (map ? [row] : []));
  const column = { rows: filled, values: filled.map((row) => rare[row] as Value) };
  yield [rareColumn, [encode(spread(column, rows))]] as const;
}

function* writeColumn(key: string, column: Column, rows: number) {
  const { values, numbers } = numberValues(column.values);
  if (values.length * repeatedShare > rows) {
    const dense = spread(column, rows).map((value) => JSON.stringify(value));
    let end = 0;
    const ends = dense.map((text) => {
      end += 1 + Buffer.byteLength(text);
      return end;
    });
    yield [columnPrefix + key, [Buffer.from(`[${dense.join(',')}]`)]] as const;
    yield [endsPrefix + key, [bytesOf(Uint32Array.from(ends))]] as const;
    return;
  }
  const choices = new Uint32Array(rows);
  for (const [index, row] of column.rows.entries()) choices[row] = numbers[index] ?? 0;
  yield [columnPrefix + key, [encode(values)]] as const;
  yield [choicePrefix + key, [bytesOf(choices)]] as const;
}

/** Each value once, null first, and for each of those given where it is among them. */
function numberValues(given: readonly Value[]) {
  const values: Value[] = [null];
  const plain = new Map<Value, number>([[null, 0]]);
  const asJson = new Map<string, number>();
  const numbers = given.map((value) => {
    const isPlainOne = typeof value !== 'object' || value === null;
    const known = isPlainOne ? plain.get(value) : asJson.get(JSON.stringify(value));
    if (known !== undefined) return known;
    const number = values.push(value) - 1;
    if (isPlainOne) plain.set(value, number);
    else asJson.set(JSON.stringify(value), number);
    return number;
  });
  return { values, numbers };
}

function spread(column: Column, rows: number): readonly Value[] {
  const dense = new Array<Value>(rows).fill(null);
  for (const [index, row] of column.rows.entries()) dense[row] = column.values[index] as Value;
  return dense;
}

function encode(values: readonly Value[]): Buffer {
  return Buffer.from(JSON.stringify(values));
}

function createShapes() {
  const numbers = new Map<string, number>();
  const shapes: (readonly string[])[] = [];
  return {
    list: () => shapes,
    numberOf(keys: readonly string[]): number {
      const name = keys.join('\n');
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, shapes.length);
      return shapes.push(keys) - 1;
    },
  };
}

/** Whether JSON gives the fields back as they are; keys of their own order and number included. */
function isPlain(fields: Fields): boolean {
  return Object.keys(fields).every((key) => !key.includes('\n') && isPlainValue(fields[key]));
}

function isPlainValue(value: Value | undefined): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isPlainValue);
}

const chunkSize = 1 << 20;

/** Texts as UTF-8, one after the other, in parts of about a megabyte. */
function createByteWriter() {
  const done: Buffer[] = [];
  let chunk = Buffer.allocUnsafe(chunkSize);
  let used = 0;
  let total = 0;
  return {
    add(text: string): readonly [start: number, length: number] {
      const most = text.length * 3;
      if (used + most > chunk.length) {
        done.push(chunk.subarray(0, used));
        chunk = Buffer.allocUnsafe(Math.max(chunkSize, most));
        used = 0;
      }
      const length = chunk.write(text, used);
      const start = total;
      used += length;
      total += length;
      return [start, length];
    },
    size: () => total,
    parts: () => [...done, chunk.subarray(0, used)],
  };
}
