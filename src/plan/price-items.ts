import { type SearchResult, searchBestSet } from './branch-and-bound.js';
import { breakTies, limitNodes } from './exact-selection.js';
import { buildModel } from './selection-model.js';
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
  const model = buildModel(problem);
  const base = searchBestSet(model, { nodeLimit: limitNodes(model) });
  if (!selection.proven || !base.finished) return new Map();

  const prices = new Map<string, ItemPrice>();
  for (const id of ids) {
    const isChosen = selection.chosen.includes(id);
    const changed = isChosen ? keepOut(problem, id) : forceIn(problem, id);
    prices.set(id, await priceChange(changed, isChosen, selection, base));
  }
  return prices;
}

async function priceChange(
  changed: SelectionProblem,
  isChosen: boolean,
  selection: Selection,
  base: SearchResult,
): Promise<ItemPrice> {
  const model = buildModel(changed);
  const nodeLimit = limitNodes(model);
  const other = searchBestSet(model, { nodeLimit, prices: base.prices });
  const { chosen } = other;
  if (!other.finished || chosen === null) return NO_PRICE;

  const price = Number(((base.value - other.value) * model.valueStep).toPrecision(12));
  if (isChosen) return { price, displaces: null };
  // With ties broken, so that the items named are the same every time.
  const columns = await breakTies(model, { ...other, chosen }, nodeLimit, async () => null);
  const kept = new Set(changed.items.filter((_, index) => columns[index]).map(({ id }) => id));
  return { price, displaces: selection.chosen.filter((id) => !kept.has(id)) };
}

function keepOut(problem: SelectionProblem, id: string): SelectionProblem {
  const must = (problem.must ?? []).filter((other) => other !== id);
  return { ...problem, must, not: [...(problem.not ?? []), id] };
}

function forceIn(problem: SelectionProblem, id: string): SelectionProblem {
  const not = (problem.not ?? []).filter((other) => other !== id);
  return { ...problem, must: [...(problem.must ?? []), id], not };
}
