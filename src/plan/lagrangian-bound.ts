import type { SelectionModel } from './selection-model.js';

/**
 * A price for each row's use, and what columns are worth after paying it. For any prices, no set is
 * worth more than `constant` plus the worth of the columns above 0 (Lagrangian relaxation; Fisher,
 * "The Lagrangian relaxation method for solving integer programming problems", 1981).
 */
export interface RowPrices {
  readonly prices: Float64Array;
  /** By column: value minus what its rows cost. */
  readonly worth: Float64Array;
  readonly constant: number;
  /** Over every set that keeps what is fixed. */
  readonly bound: number;
}

/**
 * Lowers the bound by subgradient steps towards a known value (Held, Wolfe and Crowder, 1974).
 *
 * @param fixed columns settled, by column: 1 in, 0 out, -1 open
 * @param target a value known or hoped to be reachable; sets the step length
 */
export function findRowPrices(
  model: SelectionModel,
  fixed: Int8Array,
  target: number,
  steps: number,
  start?: Float64Array,
): RowPrices {
  const prices = new Float64Array(model.rows.length);
  if (start) prices.set(start.subarray(0, prices.length));
  let best = applyPrices(model, fixed, prices);
  let stride = 1.5;
  let sinceBest = 0;
  let current = best;

  for (let step = 0; step < steps && best.bound > target + 1e-9; step += 1) {
    const slacks = measureSlacks(model, fixed, current.worth);
    const length = slacks.reduce(
      (sum, slack, row) => sum + (slack > 0 && prices[row] === 0 ? 0 : slack * slack),
      0,
    );
    if (length === 0) break;
    const pace =
      (stride * Math.max(current.bound - target, 1e-6 * Math.abs(current.bound))) / length;
    for (const [row, slack] of slacks.entries()) {
      prices[row] = Math.max(0, (prices[row] ?? 0) - pace * slack);
    }
    current = applyPrices(model, fixed, prices);
    sinceBest += 1;
    if (current.bound < best.bound) {
      best = current;
      sinceBest = 0;
    } else if (sinceBest >= 8) {
      stride /= 2;
      sinceBest = 0;
    }
  }
  return best;
}

function applyPrices(model: SelectionModel, fixed: Int8Array, prices: Float64Array): RowPrices {
  const worth = Float64Array.from(model.values);
  let constant = 0;
  for (const [row, { columns, coefficients, upper }] of model.rows.entries()) {
    const price = prices[row] ?? 0;
    if (price === 0) continue;
    constant += price * upper;
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at] ?? 0;
      worth[column] = (worth[column] ?? 0) - price * (coefficients[at] ?? 0);
    }
  }
  const bound = worth.reduce(
    (sum, each, column) => sum + takeWorth(each, fixed[column] ?? -1),
    constant,
  );
  return { prices: Float64Array.from(prices), worth, constant, bound };
}

function takeWorth(worth: number, state: number): number {
  return state === 1 || (state === -1 && worth > 0) ? worth : 0;
}

// What each row has left over in the set that is best at these prices; negative when overdrawn.
function measureSlacks(model: SelectionModel, fixed: Int8Array, worth: Float64Array): number[] {
  return model.rows.map(({ columns, coefficients, upper }) => {
    let slack = upper;
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at] ?? 0;
      const state = fixed[column] ?? -1;
      if (state === 1 || (state === -1 && (worth[column] ?? 0) > 0)) slack -= coefficients[at] ?? 0;
    }
    return slack;
  });
}
