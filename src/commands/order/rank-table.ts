import { drawTextBar } from '../../chart/text-bar.js';
import type { RankedRow } from '../../ops/order/rank-backlog.js';
import { makeScoreWriter, writeInput } from '../../score/write-score.js';
import type { Style } from '../../terminal/style.js';
import type { Column } from '../../terminal/table.js';
import { count } from '../../text/amount.js';
import { displayWidth } from '../../text/display-width.js';

export interface Ranking {
  readonly kind: 'ranking';
  readonly model: string;
  readonly inputs: readonly string[];
  readonly rows: readonly RankedRow[];
  /** How many were ranked; more than there are rows when `--limit` is given. */
  readonly ranked: number;
  readonly files: number;
  readonly applied: boolean;
}

/** The new order beside the old one, with what it comes from. */
export function renderRanking(ranking: Ranking, style: Style): string {
  const { rows, ranked, files, applied } = ranking;
  if (rows.length === 0) return style.isTerminal ? 'No open items to rank.' : '';
  const all = listColumns(ranking, style);
  const columns = style.isTerminal ? fitColumns(all, style.columns) : all;
  const table = style.table({ columns, rows: rowsOf(columns) });
  if (!style.isTerminal) return table;
  const more = ranked > rows.length ? `… and ${ranked - rows.length} more\n\n` : '';
  return `${table}\n\n${more}${describeFiles(files, applied)}`;
}

function listColumns({ model, inputs, rows }: Ranking, style: Style): readonly FittedColumn[] {
  const scores = rows.map(({ score }) => score);
  const was = style.isTerminal ? describeMove : (row: RankedRow) => String(row.was);
  const bars = style.isTerminal ? drawBars(scores) : [];
  return [
    { title: '#', align: 'right', cells: rows.map(({ position }) => String(position)) },
    { title: 'WAS', align: 'right', cells: rows.map(was) },
    { title: 'ID', cells: rows.map(({ id }) => id) },
    { title: 'TITLE', shrinks: true, cells: rows.map(({ title }) => title) },
    { title: nameScore(model), align: 'right', cells: scores.map(makeScoreWriter(scores)) },
    ...(bars.some((bar) => bar !== '') ? [{ title: '', cells: bars, expendable: 1 }] : []),
    ...inputs.map((key): FittedColumn => {
      const cells = rows.map((row) => writeCell(row, key));
      return { title: key.toUpperCase(), align: 'right', cells, expendable: 2 };
    }),
    ...listDetails(rows),
    { title: '', cells: rows.map((row) => describeReason(row, style)) },
  ];
}

/** A long name would widen a column of short numbers. */
function nameScore(model: string): string {
  return model.length > 6 ? 'SCORE' : model.toUpperCase();
}

/** A missing input is asked for, an unsound one is marked; a note on stderr says what is wrong. */
function writeCell({ inputs, ranges, missing, invalid }: RankedRow, key: string): string {
  if (missing.includes(key)) return '?';
  if (invalid.some((problem) => problem.key === key)) return '!';
  const range = ranges?.[key];
  return range ? `${range.low}..${range.high}` : writeInput(inputs[key]);
}

/** What the model says beside the score: a quadrant, a category and its coefficients. */
function listDetails(rows: readonly RankedRow[]): readonly FittedColumn[] {
  const keys = [...new Set(rows.flatMap(({ details }) => Object.keys(details ?? {})))];
  // A category's letter says no more than its name.
  const shown = keys.includes('name') ? keys.filter((key) => key !== 'category') : keys;
  return shown.map((key) => ({
    title: (key === 'name' ? 'category' : key).toUpperCase(),
    cells: rows.map(({ details }) => {
      const value = details?.[key] ?? null;
      return typeof value === 'number' ? value.toFixed(2) : (value ?? '');
    }),
    expendable: 1,
  }));
}

/** `12 ↑3`: it was 12th and rises by three. */
function describeMove({ position, was }: RankedRow): string {
  const steps =
    position === was ? '·' : position < was ? `↑${was - position}` : `↓${position - was}`;
  return `${was} ${steps.padEnd(3)}`;
}

function describeReason({ pulledUpBy, pinned, derived }: RankedRow, style: Style): string {
  const reasons = [
    ...(pinned ? ['pinned'] : []),
    ...(pulledUpBy === null ? [] : [`before ${pulledUpBy}`]),
    ...(derived && derived.inherited > 0 ? [`opens ${derived.from.length}`] : []),
  ];
  return style.isTerminal ? reasons.join(', ') : (pulledUpBy ?? (pinned ? 'pinned' : ''));
}

function describeFiles(files: number, applied: boolean): string {
  const shown = count(files, 'file');
  if (files === 0) return 'The backlog already has this order.';
  return applied ? `${shown} changed.` : `${shown} would change. Apply with --apply.`;
}

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
export function listNotes(warnings: readonly string[]): readonly string[] {
  const notes = warnings.slice(0, mostNotes).map((warning) => `note: ${warning}`);
  const more = warnings.length - notes.length;
  return more > 0 ? [...notes, `note: and ${more} more, in rank --json under invalid`] : notes;
}

const barCells = 6;

/** A bar for each score, the greatest a full one; none where scores can be negative. */
function drawBars(scores: readonly (number | null)[]): readonly string[] {
  const known = scores.filter((score) => score !== null);
  const most = Math.max(...known, 0);
  if (most === 0 || known.some((score) => score < 0)) return scores.map(() => '');
  return scores.map((score) => drawTextBar((score ?? 0) / most, barCells));
}
