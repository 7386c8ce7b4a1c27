import { drawTextBar } from '../../chart/text-bar.js';
import type { Column } from '../../terminal/table.js';
import { displayWidth } from '../../text/display-width.js';

/** A table's column with its cells, and how soon it goes where the terminal is narrow. */
export interface FittedColumn extends Column {
  readonly cells: readonly string[];
  /** Columns with a greater number go first; those without stay. */
  readonly expendable?: number;
}

const gap = 2;
/** Titles are cut to no less, as long as there is another column to give up. */
const readableTitle = 24;

/** Leaves columns out, the most expendable first, until titles can be read at this width. */
export function fitColumns(
  columns: readonly FittedColumn[],
  width: number,
): readonly FittedColumn[] {
  const needed = columns.reduce((sum, column) => sum + leastWidth(column) + gap, -gap);
  const most = Math.max(...columns.map(({ expendable }) => expendable ?? 0));
  if (needed <= width || most === 0) return columns;
  return fitColumns(
    columns.filter(({ expendable = 0 }) => expendable < most),
    width,
  );
}

function leastWidth({ title, cells, shrinks }: FittedColumn): number {
  const full = Math.max(displayWidth(title), ...cells.map(displayWidth));
  return shrinks ? Math.min(full, readableTitle) : full;
}

/** A table of columns: its rows are their cells side by side. */
export function rowsOf(columns: readonly FittedColumn[]): readonly (readonly string[])[] {
  const count = Math.max(0, ...columns.map(({ cells }) => cells.length));
  return Array.from({ length: count }, (_, row) => columns.map(({ cells }) => cells[row] ?? ''));
}

const mostNotes = 20;

/** What is doubtful, a line each; of very many, as after an import gone wrong, the first ones. */
export function listNotes(doubts: readonly string[]): readonly string[] {
  const notes = doubts.slice(0, mostNotes).map((doubt) => `note: ${doubt}`);
  const more = doubts.length - notes.length;
  return more > 0 ? [...notes, `note: and ${more} more, in rank --json under invalid`] : notes;
}

const barCells = 6;

/** A bar for each score, the greatest a full one; none where scores can be negative. */
export function drawBars(scores: readonly (number | null)[]): readonly string[] {
  const known = scores.filter((score) => score !== null);
  const most = Math.max(...known, 0);
  if (most === 0 || known.some((score) => score < 0)) return scores.map(() => '');
  return scores.map((score) => drawTextBar((score ?? 0) / most, barCells));
}
