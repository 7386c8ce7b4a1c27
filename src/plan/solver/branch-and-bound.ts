import { findRowPrices, type RowPrices } from './lagrangian-bound.js';
import { createRowState } from './row-state.js';
import { type SelectionModel, sumValues } from './selection-model.js';

export interface SearchOptions {
  /** Nodes after which the search gives up: repeatable, unlike a time limit. */
  readonly nodeLimit: number;
  /** Only sets worth at least this count. */
  readonly atLeast?: number;
  /** Stop at the first set worth this much. */
  readonly enough?: number;
  /** Row prices of a similar model, to save work. */
  readonly prices?: Float64Array;
}

export interface SearchResult {
  /** The best set found, by column; null when there is none (or none was found, if not finished). */
  readonly chosen: Uint8Array | null;
  /** Its value in the model's units. */
  readonly value: number;
  /** No set is worth more; equals `value` when finished. */
  readonly bound: number;
  /** False when the node limit ended it. */
  readonly finished: boolean;
  readonly nodes: number;
  readonly prices: Float64Array;
}

/** Steps for the bound at the root, from nothing or from prices given, and at each node below. */
const ROOT_STEPS = 300;
const WARM_STEPS = 60;
const NODE_STEPS = 20;

/**
 * Finds a set of greatest value exactly, by depth-first branch and bound: row propagation, a
 * Lagrangian bound improved at each node, and columns settled whose other side the bound rules out.
 * Values are whole numbers, so a bound below the next one closes a branch.
 */
export function searchBestSet(model: SelectionModel, options: SearchOptions): SearchResult {
  const { nodeLimit, enough = Number.POSITIVE_INFINITY } = options;
  const state = createRowState(model);
  const { fixed } = state;
  const total = model.values.reduce((sum, each) => sum + Math.abs(each), 0);
  const rounding = Math.min(0.4, 1e-6 + total * 1e-11);
  let target = options.atLeast ?? Number.NEGATIVE_INFINITY;
  let best: Uint8Array | null = null;
  let nodes = 0;
  let isStopped = false;
  let root: RowPrices | null = null;

  const isSound = decideFixed();
  if (isSound) {
    const sizes = sumLimits(model);
    dive((column) => (model.values[column] ?? 0) / ((sizes[column] ?? 0) + 1e-3));
    root = priceRows(options.prices ? WARM_STEPS : ROOT_STEPS, options.prices);
    dive((column) => root?.worth[column] ?? 0);
    diveSafely((column) => root?.worth[column] ?? 0);
    explore(root);
  }

  const value = best === null ? Number.NEGATIVE_INFINITY : sumValues(model, best);
  const finished = !isStopped || value >= enough;
  const limit = Math.floor((root?.bound ?? 0) + rounding);
  return {
    chosen: best,
    value,
    bound: finished ? value : Math.max(value, limit),
    finished,
    nodes,
    prices: root?.prices ?? new Float64Array(model.rows.length),
  };

  function decideFixed(): boolean {
    return (
      state.isPossible() &&
      model.fixed.every((side, column) => side === -1 || state.decide(column, side === 1 ? 1 : 0))
    );
  }

  function isHopeless(bound: number): boolean {
    return bound < target - rounding;
  }

  function priceRows(steps: number, start?: Float64Array): RowPrices {
    // Without a set to beat, any step length will do.
    const goal = Number.isFinite(target) ? target - rounding : 0;
    return findRowPrices(model, fixed, { target: goal, steps, ...(start && { start }) });
  }

  function recordSet(): void {
    if (!state.isCompleteWithoutRest()) return;
    const set = Uint8Array.from(fixed, (side) => (side === 1 ? 1 : 0));
    const worth = sumValues(model, set);
    if (worth < target) return;
    best = set;
    target = worth + 1;
    if (worth >= enough) isStopped = true;
  }

  // A set to measure others against: columns by merit, each with all that it requires, as they fit.
  function dive(merit: (column: number) => number): void {
    const start = state.mark();
    recordSet();
    for (const column of orderBy(merit)) {
      const before = state.mark();
      if (!state.decide(column, 1)) state.undo(before);
    }
    recordSet();
    state.undo(start);
  }

  // The same, but never through a set that breaks a row, as one does that serves the goal too little
  // so far; what did not fit gets a second chance.
  function diveSafely(merit: (column: number) => number): void {
    const start = state.mark();
    for (const column of [...orderBy(merit), ...orderBy(merit)]) {
      const before = state.mark();
      if (!state.decide(column, 1) || !state.isCompleteWithoutRest()) state.undo(before);
    }
    recordSet();
    state.undo(start);
  }

  function orderBy(merit: (column: number) => number): readonly number[] {
    return [...fixed.keys()]
      .filter((column) => fixed[column] === -1 && (model.values[column] ?? 0) > 0)
      .sort((a, b) => merit(b) - merit(a) || a - b);
  }

  function explore(parent: RowPrices): void {
    nodes += 1;
    if (nodes > nodeLimit) isStopped = true;
    if (isStopped) return;
    const pricing = nodes === 1 ? parent : priceRows(NODE_STEPS, parent.prices);
    if (isHopeless(pricing.bound) || !settleColumns(pricing)) return;
    recordSet();
    if (isStopped || isHopeless(pricing.bound)) return;

    const column = pickColumn(pricing.worth);
    if (column === -1) return;
    const preferred = (pricing.worth[column] ?? 0) > 0 ? 1 : 0;
    for (const side of [preferred, 1 - preferred] as (0 | 1)[]) {
      const mark = state.mark();
      if (state.decide(column, side)) explore(pricing);
      state.undo(mark);
      if (isStopped) return;
    }
  }

  // Columns whose other side would close the branch are settled; false when that breaks a row.
  function settleColumns({ worth, bound }: RowPrices): boolean {
    for (let column = 0; column < fixed.length; column += 1) {
      const each = worth[column] ?? 0;
      if (fixed[column] !== -1 || !isHopeless(bound - Math.abs(each))) continue;
      if (!state.decide(column, each > 0 ? 1 : 0)) return false;
    }
    return true;
  }

  // The most decided column first: a greedy dive, whose other sides close soonest.
  function pickColumn(worth: Float64Array): number {
    let picked = -1;
    let most = -1;
    for (let column = 0; column < fixed.length; column += 1) {
      const distance = Math.abs(worth[column] ?? 0);
      if (fixed[column] === -1 && distance > most) {
        picked = column;
        most = distance;
      }
    }
    return picked;
  }
}

/** By column: its share of all limits together. */
function sumLimits(model: SelectionModel): Float64Array {
  const sizes = new Float64Array(model.values.length);
  for (const { kind, columns, coefficients, upper } of model.rows) {
    if (kind !== 'limit') continue;
    for (const [at, column] of columns.entries()) {
      sizes[column] = (sizes[column] ?? 0) + (coefficients[at] ?? 0) / Math.max(1, upper);
    }
  }
  return sizes;
}
