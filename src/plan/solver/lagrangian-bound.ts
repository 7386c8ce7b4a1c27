import type { SelectionModel } from './selection-model.js';

/**
 * A price for each row's use, and what columns are worth after paying it. For any prices, no set is
 * worth more than the rows' uppers at their prices plus the worth of the columns above 0 (Lagrangian
 * relaxation; Fisher, "The Lagrangian relaxation method for solving integer programming problems",
 * Management Science 27, 1981).
 */
export interface RowPrices {
  readonly prices: Float64Array;
  /** By column: value minus what its rows cost. */
  readonly worth: Float64Array;
  /** Over every set that keeps what is fixed. */
  readonly bound: number;
}

export interface PriceOptions {
  /** Value hoped for: sets the step length; a bound below it ends the search. */
  readonly target: number;
  readonly steps: number;
  /** Prices to start from, those of a similar model; rows beyond them start at 0. */
  readonly start?: Float64Array;
}

/** Steps without a better bound after which they are halved. */
const PATIENCE = 8;

/**
 * Lowers the bound by subgradient steps (Held, Wolfe and Crowder, "Validation of subgradient
 * optimization", 1974).
 *
 * @param fixed columns settled, by column: 1 in, 0 out, -1 open
 */
export function findRowPrices(
  model: SelectionModel,
  fixed: Int8Array,
  options: PriceOptions,
): RowPrices {
  const { target, steps, start } = options;
  const prices = new Float64Array(model.rows.length);
  if (start) prices.set(start.subarray(0, prices.length));
  const worth = new Float64Array(model.values.length);
  const slacks = new Float64Array(model.rows.length);

  let bound = applyPrices(model, fixed, prices, worth);
  let best: RowPrices = { prices: prices.slice(), worth: worth.slice(), bound };
  let stride = 1.5;
  let sinceBest = 0;
  for (let step = 0; step < steps && best.bound >= target; step += 1) {
    const length = measureSlacks(model, fixed, prices, worth, slacks);
    if (length === 0) break;
    const pace = (stride * Math.max(bound - target, 1e-6 * Math.abs(bound))) / length;
    for (let row = 0; row < prices.length; row += 1) {
      prices[row] = Math.max(0, (prices[row] ?? 0) - pace * (slacks[row] ?? 0));
    }
    bound = applyPrices(model, fixed, prices, worth);
    sinceBest += 1;
    if (bound < best.bound) {
      best = { prices: prices.slice(), worth: worth.slice(), bound };
      sinceBest = 0;
    } else if (sinceBest >= PATIENCE) {
      stride /= 2;
      sinceBest = 0;
    }
  }
  return best;
}

// Fills `worth` and gives the bound.
function applyPrices(
  model: SelectionModel,
  fixed: Int8Array,
  prices: Float64Array,
  worth: Float64Array,
): number {
  let bound = 0;
  worth.set(model.values);
  for (let row = 0; row < prices.length; row += 1) {
    const price = prices[row] ?? 0;
    const { columns, coefficients, upper } = model.rows[row] ?? EMPTY_ROW;
    if (price === 0) continue;
    bound += price * upper;
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at] ?? 0;
      worth[column] = (worth[column] ?? 0) - price * (coefficients[at] ?? 0);
    }
  }
  for (let column = 0; column < worth.length; column += 1) {
    if (isTaken(fixed[column] ?? -1, worth[column] ?? 0)) bound += worth[column] ?? 0;
  }
  return bound;
}

// Fills `slacks` with what each row has left over, negative when overdrawn, in the set that is best
// at these prices; gives the squared length of the step, without the rows that cannot get cheaper.
function measureSlacks(
  model: SelectionModel,
  fixed: Int8Array,
  prices: Float64Array,
  worth: Float64Array,
  slacks: Float64Array,
): number {
  let length = 0;
  for (let row = 0; row < slacks.length; row += 1) {
    const { columns, coefficients, upper } = model.rows[row] ?? EMPTY_ROW;
    let slack = upper;
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at] ?? 0;
      if (isTaken(fixed[column] ?? -1, worth[column] ?? 0)) slack -= coefficients[at] ?? 0;
    }
    slacks[row] = slack;
    if (slack < 0 || (prices[row] ?? 0) > 0) length += slack * slack;
  }
  return length;
}

function isTaken(state: number, worth: number): boolean {
  return state === 1 || (state === -1 && worth > 0);
}

const EMPTY_ROW = { columns: [], coefficients: [], upper: 0 };
