import { type Document, readDocument } from '../../item/document.js';
import { emptyMap, type Fields, type Value } from '../../item/value.js';
import { openColumns, type ReadValue } from './columns.js';
import { readFloats, readIntegers, readSections } from './sections.js';
import { digestLength, type Stamp } from './stamp.js';
import type { ReadText } from './table-texts.js';

/** What a table says of itself. */
export interface TableHead {
  /** Another version may read documents otherwise. */
  readonly version: string;
  /** When reading the documents began, by the disk's clock, in milliseconds. */
  readonly readAt: number;
  readonly rows: number;
  /** Names the file of texts that belongs to it. */
  readonly texts: string;
  /** Some rows have fields that JSON would not give back as they are: they are read anew. */
  readonly unshaped: boolean;
  /** Files that had no row to be: they are read each time. */
  readonly unreadable: number;
}

/**
 * Documents as one file in columns: a command decodes the columns it asks for, and those only.
 * Texts are as they are on disk, in a file beside it.
 */
export interface Table {
  readonly head: TableHead;
  /** Undefined when there is none. Quick when rows are asked for in their order. */
  rowOf(path: string): number | undefined;
  /** The rows in the order of their items in the backlog, which sorts what comes so quickly. */
  readonly order: Uint32Array;
  /** Rows whose value of the key may have the text in it, in any case; null for any. */
  rowsHolding(key: string, text: string): readonly number[] | null;
  hasStamp(row: number, stamp: Stamp): boolean;
  /** Of the file, as `digestText` makes it. */
  digest(row: number): string;
  document(row: number, path: string): Document;
}

/** Numbers a row: size, mtimeMs, ctimeMs, ino. */
const stampWidth = 4;
/** Numbers a row: where its text begins and how long it is in bytes, its shape, three offsets. */
const spanWidth = 6;
/** Instead of a shape: the fields are in no column. */
export const unshaped = 0xffff_ffff;

/**
 * Null for what `createTableWriter` did not write.
 *
 * @param root absolute path that the documents' are relative to
 * @param readTexts opens the texts with an id, when the first of them is asked for
 */
export function openTable(
  bytes: Buffer,
  root: string,
  readTexts: (id: string) => ReadText,
): Table | null {
  const sections = readSections<TableHead>(bytes);
  if (!sections) return null;
  const { head } = sections;
  const stamps = readFloats(sections.section('stamps'));
  const spans = readIntegers(sections.section('spans'));
  const paths = head.rows === 0 ? [] : sections.section('paths').toString('utf8').split('\0');
  const digests = sections.section('digests');
  const shapes = JSON.parse(sections.section('shapes').toString('utf8')) as readonly string[][];
  const keysOfShape = shapes.map((keys) => new Set(keys));
  const spanAt = (row: number, index: number) => spans[row * spanWidth + index] ?? 0;
  const digest = (row: number) =>
    digests.toString('latin1', row * digestLength, (row + 1) * digestLength);
  let readText: ReadText | undefined;
  const { value, rowsHolding } = openColumns(sections);
  const reader: RowReader = {
    value,
    text(row, path) {
      readText ??= readTexts(head.texts);
      const [start, length] = [spanAt(row, 0), spanAt(row, 1)];
      return readText({ path: `${root}/${path}`, start, length, digest: digest(row) });
    },
    digest,
    offset: (row, index) => spanAt(row, 3 + index),
  };
  return {
    head,
    rowOf: createLookup(paths),
    order: readIntegers(sections.section('order')),
    rowsHolding: (key, text) => (head.unshaped ? null : rowsHolding(key, text)),
    hasStamp(row, stamp) {
      const at = row * stampWidth;
      return (
        stamps[at] === stamp.size &&
        stamps[at + 1] === stamp.mtimeMs &&
        stamps[at + 2] === stamp.ctimeMs &&
        stamps[at + 3] === stamp.ino
      );
    },
    digest,
    document(row, path) {
      const keys = keysOfShape[spanAt(row, 2)];
      return keys
        ? new TableDocument(reader, row, path, keys)
        : readAnew(path, reader.text(row, path));
    },
  };
}

/** Tries the row after the last one asked for before it makes a map of all. */
function createLookup(paths: readonly string[]): Table['rowOf'] {
  let next = 0;
  let rows: ReadonlyMap<string, number> | undefined;
  return (path) => {
    if (paths[next] !== path) {
      rows ??= new Map(paths.map((one, row) => [one, row]));
      const row = rows.get(path);
      if (row === undefined) return undefined;
      next = row;
    }
    next += 1;
    return next - 1;
  };
}

function readAnew(path: string, text: string): Document {
  const document = readDocument(path, text);
  if (!document.ok) throw new Error(`${path} was readable when it was cached`);
  return document.value;
}

/** What the rows of a table are read by. */
interface RowReader {
  readonly value: ReadValue;
  text(row: number, path: string): string;
  /** Of the text, as `digestText` makes it. */
  digest(row: number): string;
  /** `yamlStart`, `yamlEnd` and `bodyStart` are 0, 1 and 2. */
  offset(row: number, index: 0 | 1 | 2): number;
}

/**
 * A row of a table as a document: its text and each of its fields are decoded when they are asked
 * for. A class, since there are thousands of them.
 */
class TableDocument implements Document {
  readonly path: string;
  private readonly reader: RowReader;
  private readonly row: number;
  /** In their order. */
  private readonly keys: ReadonlySet<string>;
  private knownText: string | undefined;
  private whole: Fields | undefined;

  constructor(reader: RowReader, row: number, path: string, keys: ReadonlySet<string>) {
    this.path = path;
    this.reader = reader;
    this.row = row;
    this.keys = keys;
  }

  get text(): string {
    this.knownText ??= this.reader.text(this.row, this.path);
    return this.knownText;
  }
  get yamlStart(): number {
    return this.reader.offset(this.row, 0);
  }
  get yamlEnd(): number {
    return this.reader.offset(this.row, 1);
  }
  get bodyStart(): number {
    return this.reader.offset(this.row, 2);
  }
  get digest(): string {
    return this.reader.digest(this.row);
  }
  field(key: string): Value | undefined {
    if (this.whole) return this.whole[key];
    const value = this.reader.value(key, this.row);
    return value === null && !this.keys.has(key) ? undefined : value;
  }

  /** As the reader of the file made them: without a prototype, the keys in their order. */
  get fields(): Fields {
    if (this.whole) return this.whole;
    const whole = emptyMap();
    for (const key of this.keys) whole[key] = this.reader.value(key, this.row);
    this.whole = whole;
    return whole;
  }
}
