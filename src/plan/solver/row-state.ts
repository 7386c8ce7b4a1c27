import type { SelectionModel } from './selection-model.js';

/**
 * A partly decided set of columns, with what its rows imply: the state a search walks through.
 * Rows hold whole numbers, so every comparison is exact.
 */
export interface RowState {
  /** 1 in, 0 out, -1 open. */
  readonly fixed: Int8Array;
  /** Whether no row is broken by what it must use at least. */
  readonly isPossible: () => boolean;
  /** Decides a column and all that follows from it; false when that breaks a row. */
  readonly decide: (column: number, value: 0 | 1) => boolean;
  /** A point to come back to with `undo`. */
  readonly mark: () => number;
  readonly undo: (mark: number) => void;
  /** Whether leaving every open column out keeps every row. */
  readonly isCompleteWithoutRest: () => boolean;
}

/** Starts with everything open. */
export function createRowState(model: SelectionModel): RowState {
  const { rows } = model;
  const fixed = new Int8Array(model.values.length).fill(-1);
  const entries = listEntries(model);
  const greatest = rows.map((row) => Math.max(0, ...row.coefficients.map(Math.abs)));
  const uppers = rows.map((row) => row.upper);
  /** What a row uses at least, over all ways to decide the open columns. */
  const least = rows.map(({ coefficients }) =>
    coefficients.reduce((sum, c) => sum + Math.min(0, c), 0),
  );
  /** What a row uses if every open column stays out. */
  const bare = rows.map(() => 0);
  let bareBroken = rows.filter(({ upper }) => upper < 0).length;
  const trail: number[] = [];
  const queue: number[] = [];

  function addBare(row: number, amount: number): void {
    const upper = uppers[row] ?? 0;
    const before = bare[row] ?? 0;
    bare[row] = before + amount;
    bareBroken += (before + amount > upper ? 1 : 0) - (before > upper ? 1 : 0);
  }

  function set(column: number, value: 0 | 1): void {
    fixed[column] = value;
    trail.push(column);
    for (const { row, coefficient } of entries[column] ?? []) {
      const rise = value === 1 ? Math.max(0, coefficient) : Math.max(0, -coefficient);
      if (rise > 0) {
        least[row] = (least[row] ?? 0) + rise;
        queue.push(row);
      }
      if (value === 1) addBare(row, coefficient);
    }
  }

  function propagate(): boolean {
    for (let row = queue.pop(); row !== undefined; row = queue.pop()) {
      const slack = (uppers[row] ?? 0) - (least[row] ?? 0);
      if (slack < 0) {
        queue.length = 0;
        return false;
      }
      if ((greatest[row] ?? 0) <= slack) continue;
      const { columns = [], coefficients = [] } = rows[row] ?? {};
      for (const [at, column] of columns.entries()) {
        const coefficient = coefficients[at] ?? 0;
        if (fixed[column] === -1 && Math.abs(coefficient) > slack)
          set(column, coefficient > 0 ? 0 : 1);
      }
    }
    return true;
  }

  return {
    fixed,
    isPossible: () => least.every((used, row) => used <= (uppers[row] ?? 0)),
    decide(column, value) {
      if (fixed[column] !== -1) return fixed[column] === value;
      set(column, value);
      return propagate();
    },
    mark: () => trail.length,
    undo(mark) {
      while (trail.length > mark) {
        const column = trail.pop() ?? 0;
        const value = fixed[column] === 1 ? 1 : 0;
        fixed[column] = -1;
        for (const { row, coefficient } of entries[column] ?? []) {
          const rise = value === 1 ? Math.max(0, coefficient) : Math.max(0, -coefficient);
          least[row] = (least[row] ?? 0) - rise;
          if (value === 1) addBare(row, -coefficient);
        }
      }
    },
    isCompleteWithoutRest: () => bareBroken === 0,
  };
}

function listEntries(model: SelectionModel) {
  const entries = model.values.map((): { row: number; coefficient: number }[] => []);
  for (const [row, { columns, coefficients }] of model.rows.entries()) {
    for (const [at, column] of columns.entries()) {
      entries[column]?.push({ row, coefficient: coefficients[at] ?? 0 });
    }
  }
  return entries;
}
