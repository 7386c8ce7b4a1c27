import { findRowPrices, type RowPrices } from './lagrangian-bound.js';
import { createRowState } from './row-state.js';
import { type SelectionModel, sumValues } from './selection-model.js';

export interface SearchOptions {
  /** Nodes after which the search gives up: repeatable, unlike a time limit. */
  readonly nodeLimit: number;
  /** Only sets worth at least this count; null for any. */
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

const FIRST_STEPS = 300;
const LATER_STEPS = 40;

/**
 * Finds a set of greatest value exactly, by depth-first branch and bound: row propagation, a
 * Lagrangian bound kept up to date in constant time a decision, a knapsack bound on top of it, and
 * reduced-cost fixing. Values are whole numbers, so a bound below the next one closes a branch.
 */
export function searchBestSet(model: SelectionModel, options: SearchOptions): SearchResult {
  const { nodeLimit, enough = Number.POSITIVE_INFINITY } = options;
  const columnCount = model.values.length;
  let pricing: RowPrices | null = null;
  let bound = 0;
  let value = 0;
  let target = options.atLeast ?? Number.NEGATIVE_INFINITY;
  let best: Uint8Array | null = null;
  let nodes = 0;
  let isStopped = false;

  const state = createRowState(model, {
    onDecide: (column, side) => addDecision(column, side, 1),
    onUndo: (column, side) => addDecision(column, side, -1),
  });
  const { fixed } = state;

  function addDecision(column: number, side: 0 | 1, sign: 1 | -1): void {
    if (side === 1) value += sign * (model.values[column] ?? 0);
    const worth = pricing?.worth[column] ?? 0;
    // The bound already counts the better side; the other one costs the difference.
    if (worth > 0 !== (side === 1)) bound -= sign * Math.abs(worth);
  }

  const total = model.values.reduce((sum, each) => sum + Math.abs(each), 0);
  const rounding = Math.min(0.4, 1e-6 + total * 1e-11);
  const isHopeless = (limit: number) => limit < target - rounding;

  if (!decideFixed()) return finish(true, Number.NEGATIVE_INFINITY);
  diveGreedily();
  pricing = findRowPrices(
    model,
    fixed,
    Math.max(best === null ? value : target - 1, options.atLeast ?? Number.NEGATIVE_INFINITY),
    options.prices ? LATER_STEPS : FIRST_STEPS,
    options.prices,
  );
  bound = pricing.bound;
  const rootBound = Math.floor(bound + rounding);
  const knapsack = createKnapsackBound(model, pricing);
  explore();
  return finish(!isStopped || (best !== null && target > enough), rootBound);

  function finish(finished: boolean, limit: number): SearchResult {
    const worth = best === null ? Number.NEGATIVE_INFINITY : sumValues(model, best);
    return {
      chosen: best,
      value: worth,
      bound: finished ? worth : Math.max(worth, limit),
      finished,
      nodes,
      prices: pricing?.prices ?? new Float64Array(model.rows.length),
    };
  }

  function decideFixed(): boolean {
    for (const [column, side] of model.fixed.entries()) {
      if (side !== -1 && !state.decide(column, side === 1 ? 1 : 0)) return false;
    }
    // Rows that are short from the start, before any decision touches them.
    return model.rows.every(({ coefficients, upper }) => {
      return coefficients.reduce((sum, each) => sum + Math.min(0, each), 0) <= upper;
    });
  }

  function recordSet(): void {
    if (value < target || !state.isCompleteWithoutRest()) return;
    best = Uint8Array.from(fixed, (side) => (side === 1 ? 1 : 0));
    target = value + 1;
    if (value >= enough) isStopped = true;
  }

  // A first set to measure others against: columns by value for size, with all that they require.
  function diveGreedily(): void {
    const sizes = sumLimits(model);
    const order = model.values
      .map((_, column) => column)
      .filter((column) => (model.values[column] ?? 0) > 0)
      .sort((a, b) => density(b) - density(a) || a - b);
    const mark = state.mark();
    for (const column of order) {
      const before = state.mark();
      const worthBefore = value;
      if (fixed[column] === -1 && (!state.decide(column, 1) || value <= worthBefore)) {
        state.undo(before);
      }
    }
    recordSet();
    state.undo(mark);

    function density(column: number): number {
      return (model.values[column] ?? 0) / ((sizes[column] ?? 0) + 1e-3);
    }
  }

  function explore(): void {
    nodes += 1;
    if (nodes > nodeLimit) isStopped = true;
    if (isStopped || isHopeless(bound)) return;
    recordSet();
    if (isStopped || isHopeless(bound) || isHopeless(knapsack(fixed))) return;
    if (!fixByWorth() || isHopeless(bound)) return;
    recordSet();
    const column = pickColumn();
    if (column === -1) return;
    const preferred = (pricing?.worth[column] ?? 0) > 0 ? 1 : 0;
    for (const side of [preferred, 1 - preferred] as (0 | 1)[]) {
      const mark = state.mark();
      if (state.decide(column, side)) explore();
      state.undo(mark);
      if (isStopped) return;
    }
  }

  // Columns whose other side would close the branch are settled; false when that breaks a row.
  function fixByWorth(): boolean {
    for (let column = 0; column < columnCount; column += 1) {
      if (fixed[column] !== -1) continue;
      const worth = pricing?.worth[column] ?? 0;
      if (isHopeless(bound - Math.abs(worth)) && !state.decide(column, worth > 0 ? 1 : 0))
        return false;
    }
    return true;
  }

  // The most decided column first: a greedy dive, whose other sides close soonest.
  function pickColumn(): number {
    let picked = -1;
    let most = -1;
    for (let column = 0; column < columnCount; column += 1) {
      const distance = Math.abs(pricing?.worth[column] ?? 0);
      if (fixed[column] === -1 && distance > most) {
        picked = column;
        most = distance;
      }
    }
    return picked;
  }
}

/** By column: what it uses of all limits together. */
function sumLimits(model: SelectionModel, prices?: Float64Array): Float64Array {
  const sizes = new Float64Array(model.values.length);
  for (const [row, { kind, columns, coefficients, upper }] of model.rows.entries()) {
    if (kind !== 'limit') continue;
    const weight = prices ? (prices[row] ?? 0) : 1 / Math.max(1, upper);
    for (const [at, column] of columns.entries()) {
      sizes[column] = (sizes[column] ?? 0) + weight * (coefficients[at] ?? 0);
    }
  }
  return sizes;
}

/**
 * The linear knapsack bound (Dantzig, 1957) over the limits weighed together by their prices, with
 * columns worth their value less the price of their links: the Lagrangian bound with the limits'
 * price chosen anew at each node.
 */
function createKnapsackBound(
  model: SelectionModel,
  pricing: RowPrices,
): (fixed: Int8Array) => number {
  const sizes = sumLimits(model, pricing.prices);
  const worth = pricing.worth.map((each, column) => each + (sizes[column] ?? 0));
  let room = 0;
  let constant = pricing.constant;
  for (const [row, { kind, upper }] of model.rows.entries()) {
    if (kind === 'limit') room += (pricing.prices[row] ?? 0) * upper;
  }
  constant -= room;
  const order = [...worth.keys()]
    .filter((column) => (worth[column] ?? 0) > 0)
    .sort((a, b) => (worth[b] ?? 0) * (sizes[a] ?? 0) - (worth[a] ?? 0) * (sizes[b] ?? 0) || a - b);

  return (fixed) => {
    let bound = constant;
    let left = room;
    for (let column = 0; column < fixed.length; column += 1) {
      if (fixed[column] !== 1) continue;
      bound += worth[column] ?? 0;
      left -= sizes[column] ?? 0;
    }
    if (left < -1e-9 * room) return Number.NEGATIVE_INFINITY;
    for (const column of order) {
      if (fixed[column] !== -1) continue;
      const size = sizes[column] ?? 0;
      if (size > left) return bound + ((worth[column] ?? 0) * Math.max(0, left)) / size;
      bound += worth[column] ?? 0;
      left -= size;
    }
    return bound;
  };
}
