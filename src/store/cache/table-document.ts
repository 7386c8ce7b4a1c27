import type { Document, Fields, Value } from '../../item/document.js';
import { emptyMap } from '../../item/value.js';
import type { ReadValue } from './columns.js';

/** What the rows of a table are read by. */
export interface RowReader {
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
export class TableDocument implements Document {
  readonly path: string;
  private readonly reader: RowReader;
  private readonly row: number;
  /** In their order. */
  private readonly keys: ReadonlySet<string>;
  private knownText: string | undefined;
  private view: Fields | undefined;
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
  get fields(): Fields {
    this.view ??= new Proxy<TableDocument>(this, fieldsHandler) as object as Fields;
    return this.view;
  }

  field(key: string): Value | undefined {
    if (this.whole) return this.whole[key];
    const value = this.reader.value(key, this.row);
    return value === null && !this.keys.has(key) ? undefined : value;
  }

  /** As the reader of the file made them: without a prototype, the keys in their order. */
  allFields(): Fields {
    if (this.whole) return this.whole;
    const whole = emptyMap();
    for (const key of this.keys) whole[key] = this.reader.value(key, this.row);
    this.whole = whole;
    return whole;
  }
}

/** A document's fields: one key is looked up in its column, whoever wants all keys gets all. */
const fieldsHandler: ProxyHandler<TableDocument> = {
  get: (document, key) => (typeof key === 'string' ? document.field(key) : undefined),
  has: (document, key) => key in document.allFields(),
  ownKeys: (document) => Reflect.ownKeys(document.allFields()),
  getOwnPropertyDescriptor: (document, key) =>
    Reflect.getOwnPropertyDescriptor(document.allFields(), key),
  getPrototypeOf: () => null,
  set: () => false,
  defineProperty: () => false,
  deleteProperty: () => false,
};
