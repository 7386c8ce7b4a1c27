import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** One line of a table of text, its cells without the blanks around them. */
export interface DelimitedRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const delimiters = [',', ';', '\t', '|'] as const;

/**
 * Reads a table of text: commas, semicolons, tabs or bars between cells, whichever the first line
 * has most of; cells may be quoted as RFC 4180 has it. Lines without text are passed over. A quote
 * that is never closed makes the text plain: each of its lines is a row, quotes and all.
 */
export function readDelimited(text: string): readonly DelimitedRow[] {
  const clean = text.replace(/^\ufeff/, '');
  const options = {
    delimiter: findDelimiter(clean),
    info: true,
    relax_column_count: true,
    skip_records_with_empty_values: true,
    trim: true,
  } as const;
  try {
    return numberRows(parse(clean, { ...options, relax_quotes: true }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return numberRows(parse(clean, { ...options, quote: null }));
  }
}

interface Parsed {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/** The parser counts where a row ends; a cell of several lines begins before that. */
function numberRows(rows: unknown): readonly DelimitedRow[] {
  return (rows as readonly Parsed[]).map(({ info, record }) => {
    const inside = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    return { line: info.lines - inside, cells: record };
  });
}

function findDelimiter(text: string): string {
  const first = text.trimStart().split('\n', 1)[0] ?? '';
  const count = (delimiter: string) => first.split(delimiter).length;
  return delimiters.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** A row with commas, cells quoted where they must be; without its line end. */
export function writeDelimited(cells: readonly string[]): string {
  return stringify([[...cells]], { eof: false, quoted_match: /^\s|\s$/ });
}
