import CliTable from 'cli-table3';
import { cutToWidth } from '../text/cut.js';
import { displayWidth } from '../text/display-width.js';
import { flatten, type Table, type TableOptions } from './table.js';

const gap = 2;
const narrowest = 12;
/** cli-table3 takes time with the square of its rows; widths are ours, so that pieces fit. */
const rowsAtOnce = 50;
/** No lines at all: two blanks between columns are enough to read by. */
const noBorder = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(gap),
};

/** A table for a terminal of `columns` cells; the shrinking column is cut to fit. */
export function writeAligned(content: Table, options: TableOptions): string {
  const { columns } = content;
  const rows = content.rows.map((row) => row.map(flatten));
  const widths = columns.map(({ title }, index) =>
    rows.reduce(
      (widest, row) => Math.max(widest, displayWidth(row[index] ?? '')),
      displayWidth(title),
    ),
  );
  const total = widths.reduce((sum, width) => sum + width, 0) + gap * (columns.length - 1);
  const shrinking = columns.findIndex((column) => column.shrinks);
  const overflow = total - options.columns;
  const full = widths[shrinking];
  if (full !== undefined && overflow > 0) {
    const width = Math.max(Math.min(full, narrowest), full - overflow);
    widths[shrinking] = width;
    // cli-table3 would cut within a flag or an emoji.
    for (const row of rows) row[shrinking] = cutToWidth(row[shrinking] ?? '', width);
  }
  const layout = {
    chars: noBorder,
    colWidths: widths,
    colAligns: columns.map((column) => column.align ?? 'left'),
    // cli-table3 otherwise writes its own colours, into pipes too.
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  };
  const head = columns.map((column) => options.bold(column.title));
  const lines: string[] = [];
  for (let from = 0; from === 0 || from < rows.length; from += rowsAtOnce) {
    const table = new CliTable(from === 0 ? { ...layout, head } : layout);
    table.push(...rows.slice(from, from + rowsAtOnce).map((row) => [...row]));
    lines.push(...table.toString().split('\n'));
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}
