import { isMap, plainText, type Value } from '../../item/value.js';
import { isForeignNumber } from '../foreign-number.js';

/*
 * What a cell of our own csv says. Every writer here has a reader that gives back just what was
 * written, and the readers are for tables that storymark wrote.
 */

/**
 * Signs with which a spreadsheet takes a cell for a formula, and so may run what a stranger wrote
 * (OWASP); their full-width forms count in East Asian versions. Blanks before them are passed over.
 */
const formula = /^'*\s*[=+\-@＝＋－＠\t\r]/;

/** Neutralises a formula. A text that looks neutralised already gets one more `'`. */
export function guardFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

export function restoreFormula(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

/** A field's value; a map that has none of its own columns, and what is no text, as JSON. */
export function writeFieldCell(value: Value, type: string | null): string {
  if (value === null) return '';
  if (type === 'list') return writeList(value);
  if (typeof value === 'object') return JSON.stringify(value);
  // A field of no type: a text that reads as JSON, or as a number to some spreadsheet, is written as
  // JSON, so that 5 and "5" differ.
  if (type === null && typeof value === 'string' && !isPlain(value)) return JSON.stringify(value);
  return plainText(value);
}

function isPlain(text: string): boolean {
  return readJson(text) === undefined && !isForeignNumber(text);
}

/** The value of a field of no type: JSON, or a text. */
export function readUntypedCell(cell: string): Value {
  return readJson(cell) ?? cell;
}

function readJson(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}

/** Entries with `, ` between them; one that would be read otherwise stands in quotes, as in JSON. */
function writeList(value: Value): string {
  const entries = Array.isArray(value) ? (value as readonly Value[]) : [value];
  if (entries.some((entry) => typeof entry === 'object')) return JSON.stringify(value);
  return entries.map(plainText).map(writeEntry).join(', ');
}

function writeEntry(text: string): string {
  return /^$|^[\s"[{]|[,\n\r]|\s$/.test(text) ? JSON.stringify(text) : text;
}

const entry = /\s*("(?:[^"\\]|\\.)*"|[^,]*)\s*(?:,|$)/y;

/** The entries of a list as {@link writeFieldCell} writes it. */
export function readListCell(cell: string): readonly string[] {
  const entries: string[] = [];
  if (cell.trim() === '') return entries;
  entry.lastIndex = 0;
  for (;;) {
    const match = entry.exec(cell);
    // What stands behind a quoted entry: it was no such entry.
    if (match === null) return cell.split(',').map((part) => part.trim());
    const [whole, text = ''] = match;
    entries.push(text.startsWith('"') ? String(readJson(text) ?? text) : text.trim());
    if (!whole.endsWith(',')) return entries;
  }
}

/** Columns of an item: a map with plain keys has one for each, `score.value`. */
export function flattenFields(
  value: Value,
  typeOf: (key: string) => string | null,
  key = '',
): readonly (readonly [key: string, cell: string])[] {
  if (isMap(value) && (key === '' || hasPlainKeys(value))) {
    return Object.entries(value).flatMap(([name, inner]) =>
      flattenFields(inner, typeOf, key === '' ? name : `${key}.${name}`),
    );
  }
  return [[key, writeFieldCell(value, typeOf(key))]];
}

function hasPlainKeys(map: object): boolean {
  const keys = Object.keys(map);
  return keys.length > 0 && keys.every((key) => /^[\w-]+$/.test(key));
}

/** Line ends as they are in most files; one at either end belongs to the file and not to the text. */
export function writeBodyCell(body: string): string {
  const text = body.replaceAll('\r\n', '\n');
  return /^\n(?!\n)[\s\S]*[^\n]\n$/.test(text) ? text.slice(1, -1) : text;
}

export function readBodyCell(cell: string): string {
  const text = cell.replaceAll('\r\n', '\n');
  return text === '' || /^\n|\n$/.test(text) ? text : `\n${text}\n`;
}
