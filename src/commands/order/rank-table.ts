import type { RankedRow } from '../../ops/order/rank-backlog.js';
import { makeScoreWriter, writeInput } from '../../score/write-score.js';
import type { Style } from '../../terminal/style.js';
import { drawBars, type FittedColumn, fitColumns, rowsOf } from './rank-text.js';

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
  if (rows.length === 0) return style.isTerminal ? 'There is nothing open to rank.' : '';
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
  const count = `${files} ${files === 1 ? 'file' : 'files'}`;
  if (files === 0) return 'The backlog is in this order already.';
  return applied ? `${count} changed.` : `${count} would change. Apply with --apply.`;
}
