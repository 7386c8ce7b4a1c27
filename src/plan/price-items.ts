import { searchBestSet } from './branch-and-bound.js';
import { explainInfeasible } from './explain-infeasible.js';
import { limitNodes, solveSelection } from './select-items.js';
import { buildModel, type SelectionModel } from './selection-model.js';
import type { Selection, SelectionProblem } from './selection-problem.js';

export interface ItemPrice {
  /**
   * What the best value loses when the item is kept out, or forced in; null when that is not
   * possible or would take the solver. Below 0 for a `must` item that costs more than it is worth.
   */
  readonly price: number | null;
  /** What would go out for an item forced in; null when not computed. */
  readonly displaces: readonly string[] | null;
}

const NO_PRICE: ItemPrice = { price: null, displaces: null };

/** Prices of items against the best selection, exact, by solving again without or with each one. */
export async function priceItems(
  problem: SelectionProblem,
  selection: Selection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ItemPrice>> {
  const prices = new Map<string, ItemPrice>();
  const base = searchWithin(buildModel(problem));
  if (!selection.proven || !base.finished) return prices;

  const chosen = new Set(selection.chosen);
  for (const id of ids) {
    const changed = chosen.has(id) ? keepOut(problem, id) : forceIn(problem, id);
    if (explainInfeasible(changed) !== null) {
      prices.set(id, NO_PRICE);
      continue;
    }
    const model = buildModel(changed);
    const other = searchWithin(model, base.prices);
    if (!other.finished || other.chosen === null) {
      prices.set(id, NO_PRICE);
      continue;
    }
    const lost = (base.value - other.value) * model.valueStep;
    const price = Number(lost.toPrecision(12));
    prices.set(id, {
      price,
      displaces: chosen.has(id) ? null : await listDisplaced(changed, selection),
    });
  }
  return prices;
}

function searchWithin(model: SelectionModel, prices?: Float64Array) {
  return searchBestSet(model, { nodeLimit: limitNodes(model, 'auto'), ...(prices && { prices }) });
}

function keepOut(problem: SelectionProblem, id: string): SelectionProblem {
  const must = (problem.must ?? []).filter((other) => other !== id);
  return { ...problem, must, not: [...(problem.not ?? []), id] };
}

function forceIn(problem: SelectionProblem, id: string): SelectionProblem {
  const not = (problem.not ?? []).filter((other) => other !== id);
  return { ...problem, must: [...(problem.must ?? []), id], not };
}

// Solved with ties broken, so that the items named are the same every time.
async function listDisplaced(changed: SelectionProblem, selection: Selection) {
  const result = await solveSelection(changed);
  if (!result.ok) return null;
  const left = new Set(result.value.chosen);
  return selection.chosen.filter((id) => !left.has(id));
}
