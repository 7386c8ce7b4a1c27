/** One row of a table of text. */
export interface DelimitedRow {
  /** Where it starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** It has a quote that is never closed, and was read as one line of plain text. */
  readonly isUnclosed: boolean;
}

export interface DelimitedOptions {
  readonly delimiter: string;
  /** Leaves out the blanks around cells that stand in no quotes. */
  readonly trims: boolean;
  /** Offset of the first row. */
  readonly start?: number;
}

export const delimiters = [',', ';', '\t', '|'] as const;

/**
 * Reads a table of text: commas, semicolons, tabs or bars between cells. Lines without text are
 * passed over.
 */
export function readDelimited(text: string): readonly DelimitedRow[] {
  const clean = text.replace(/^\ufeff/, '');
  const tables = delimiters.map((delimiter) => readRows(clean, { delimiter, trims: true }));
  const widthOf = (rows: readonly DelimitedRow[]) => rows[0]?.cells.length ?? 0;
  const isEven = (rows: readonly DelimitedRow[]) =>
    widthOf(rows) > 1 && rows.every(({ cells }) => cells.length === widthOf(rows));
  // Commas last: they stand in numbers too.
  const even = [...tables.slice(1), ...tables.slice(0, 1)].find(isEven);
  return even ?? tables.reduce((best, next) => (widthOf(next) > widthOf(best) ? next : best));
}

/** A quote is searched for to the end of the text: more that are never closed are taken as letters. */
const mostUnclosed = 100;

/**
 * Rows as RFC 4180 has them, read forgivingly, which no parser of npm does without losing rows:
 * a quote that no delimiter or line end follows is a letter of its cell, and one that is never
 * closed spoils its own line alone. Line ends may be of all three kinds.
 */
export function readRows(text: string, options: DelimitedOptions): readonly DelimitedRow[] {
  const rows: DelimitedRow[] = [];
  let at = options.start ?? 0;
  let line = 1 + countLines(text.slice(0, at));
  let unclosed = 0;
  while (at < text.length) {
    const quoted = unclosed < mostUnclosed ? readRowAt(text, at, options, true) : null;
    const row = quoted ?? readRowAt(text, at, options, false);
    if (row === null) break;
    if (quoted === null) unclosed += 1;
    if (row.cells.some((cell) => cell.trim() !== '')) {
      rows.push({ line, cells: row.cells, isUnclosed: quoted === null });
    }
    line += countLines(text.slice(at, row.end));
    at = row.end;
  }
  return rows;
}

function countLines(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

interface Row {
  readonly cells: readonly string[];
  /** Behind its line end. */
  readonly end: number;
}

/** The row that starts at an offset; null when a quote in it is never closed. */
export function readRowAt(
  text: string,
  start: number,
  { delimiter, trims }: DelimitedOptions,
  readsQuotes: boolean,
): Row | null {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = readsQuotes ? readQuoted(text, at, delimiter, trims) : 'plain';
    if (cell === 'unclosed') return null;
    if (cell === 'plain') {
      let end = at;
      while (end < text.length && !isEnd(text, end, delimiter)) end += 1;
      const plain = text.slice(at, end);
      cells.push(trims ? plain.trim() : plain);
      at = end;
    } else {
      cells.push(cell.text);
      at = cell.end;
    }
    if (!text.startsWith(delimiter, at) || at >= text.length) {
      return { cells, end: text.startsWith('\r\n', at) ? at + 2 : at + 1 };
    }
    at += delimiter.length;
  }
}

function isEnd(text: string, at: number, delimiter: string): boolean {
  return text[at] === '\n' || text[at] === '\r' || text.startsWith(delimiter, at);
}

function readQuoted(
  text: string,
  start: number,
  delimiter: string,
  trims: boolean,
): { readonly text: string; readonly end: number } | 'plain' | 'unclosed' {
  const blanksFrom = (from: number) => {
    let at = from;
    while (trims && (text[at] === ' ' || text[at] === '\t') && text[at] !== delimiter) at += 1;
    return at;
  };
  const open = blanksFrom(start);
  if (text[open] !== '"') return 'plain';
  for (let at = open + 1; ; at += 1) {
    at = text.indexOf('"', at);
    if (at === -1) return 'unclosed';
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    const end = blanksFrom(at + 1);
    if (end >= text.length || isEnd(text, end, delimiter)) {
      return { text: text.slice(open + 1, at).replaceAll('""', '"'), end };
    }
  }
}

/** A row with commas, cells quoted where they must be; without its line end. */
export function writeDelimited(cells: readonly string[]): string {
  return cells.map(quote).join(',');
}

function quote(cell: string): string {
  return /^\s|\s$|[",\r\n]|^\ufeff/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
