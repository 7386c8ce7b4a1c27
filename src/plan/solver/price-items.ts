import { type SearchResult, searchBestSet } from './branch-and-bound.js';
import { breakTies, limitNodes } from './exact-selection.js';
import { buildModel, sumValues } from './selection-model.js';
import type { Selection, SelectionProblem } from './selection-problem.js';
import { solveModel } from './solve-model.js';

export interface ItemPrice {
  /**
   * What the best value loses when the item is kept out, or forced in; null when that is not
   * possible or takes too long. Below 0 for a `must` item that costs more than it is worth.
   */
  readonly price: number | null;
  /** What would go out for an item forced in; null when not computed. */
  readonly displaces: readonly string[] | null;
}

const NO_PRICE: ItemPrice = { price: null, displaces: null };

/** Problems of at most so many columns are worth HiGHS where the exact search gives up. */
const MOST_HIGHS_COLUMNS = 400;
const HIGHS_NODES = 5_000;

/** Prices of items against the best selection, exact, by solving again without or with each one. */
export async function priceItems(
  problem: SelectionProblem,
  selection: Selection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ItemPrice>> {
  const prices = new Map<string, ItemPrice>();
  if (!selection.proven) return prices;
  const model = buildModel(problem);
  const base = searchBestSet(model, { nodeLimit: limitNodes(model) });
  if (!base.finished && model.values.length > MOST_HIGHS_COLUMNS) return prices;

  const chosen = new Set(selection.chosen);
  const best = Math.round(selection.value / model.valueStep);
  for (const id of ids) {
    const changed = chosen.has(id) ? keepOut(problem, id) : forceIn(problem, id);
    const other = await solveChange(changed, base);
    if (other === null) {
      prices.set(id, NO_PRICE);
      continue;
    }
    const price = Number(((best - sumValues(model, other)) * model.valueStep).toPrecision(12));
    const kept = new Set(problem.items.filter((_, index) => other[index]).map((item) => item.id));
    const displaces = chosen.has(id) ? null : selection.chosen.filter((each) => !kept.has(each));
    prices.set(id, { price, displaces });
  }
  return prices;
}

// With ties broken, so that the items named are the same every time.
async function solveChange(
  changed: SelectionProblem,
  base: SearchResult,
): Promise<Uint8Array | null> {
  const model = buildModel(changed);
  const nodeLimit = limitNodes(model);
  const other = searchBestSet(model, { nodeLimit, prices: base.prices });
  const { chosen } = other;
  if (other.finished) {
    return chosen && breakTies(model, { ...other, chosen }, nodeLimit, async () => null);
  }
  if (model.values.length > MOST_HIGHS_COLUMNS) return null;
  const solved = await solveModel(model, { solver: 'highs', nodeLimit: HIGHS_NODES });
  return solved.finished ? solved.chosen : null;
}

function keepOut(problem: SelectionProblem, id: string): SelectionProblem {
  const must = (problem.must ?? []).filter((other) => other !== id);
  return { ...problem, must, not: [...(problem.not ?? []), id] };
}

function forceIn(problem: SelectionProblem, id: string): SelectionProblem {
  const not = (problem.not ?? []).filter((other) => other !== id);
  return { ...problem, must: [...(problem.must ?? []), id], not };
}
