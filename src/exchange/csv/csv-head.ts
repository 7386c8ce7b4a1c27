import { delimiters, readRowAt } from '../delimited.js';
import type { ImportOptions } from '../draft.js';
import { type ColumnMeaning, readHeading } from './csv-columns.js';

export interface Column {
  readonly heading: string;
  readonly meaning: ColumnMeaning | null;
}

export interface TableHead {
  readonly columns: readonly Column[];
  readonly delimiter: string;
  /** Where the headings start, and where the row below them does. */
  readonly start: number;
  readonly end: number;
}

/** Lines among which the headings are looked for: programs and people write a few above them. */
const mostLinesAbove = 20;
/** Where a line has no delimiter: no cell of the table ends before its line does. */
const none = '\u001f';

/** The first line with a heading known to be a title's, else the first line of all. */
export function findHead(text: string, options: ImportOptions): TableHead | null {
  const [mark = '', told] = /^"?sep=([^\r\n])"?(?:\r\n|\r|\n|$)/i.exec(text) ?? [];
  let first: TableHead | null = null;
  let start = mark.length;
  for (let line = 0; line < mostLinesAbove && start < text.length; line += 1) {
    const head = readHead(text, start, told ?? null, options);
    if (head.columns.some(({ heading }) => heading !== '')) {
      if (head.columns.some(isTitle)) return head;
      first ??= head;
    }
    const next = /\r\n|\r|\n/g;
    next.lastIndex = start;
    start = next.exec(text) ? next.lastIndex : text.length;
  }
  return first;
}

export function isTitle({ meaning }: Column): boolean {
  return ['title', 'level', 'want', 'body'].includes(meaning?.part ?? '');
}

/** A line as headings, with the delimiter that gives a title and then most of them. */
function readHead(
  text: string,
  start: number,
  told: string | null,
  { map, ownFields }: ImportOptions,
): TableHead {
  const heads = (told === null ? delimiters : [told]).map((delimiter): TableHead => {
    const options = { delimiter, trims: true };
    const row = readRowAt(text, start, options, true) ?? readRowAt(text, start, options, false);
    const columns = (row?.cells ?? []).map((heading) => ({
      heading,
      meaning: readHeading(heading, map, ownFields),
    }));
    return { columns, delimiter, start, end: row?.end ?? text.length };
  });
  const worth = ({ columns }: TableHead) => (columns.some(isTitle) ? 10_000 : 0) + columns.length;
  const best = heads.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  return best.columns.length > 1 || told !== null ? best : { ...best, delimiter: none };
}
