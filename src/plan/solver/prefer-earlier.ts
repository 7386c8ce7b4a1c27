import { findRowPrices } from './lagrangian-bound.js';
import { hasPurpose, type ModelRow, type SelectionModel } from './selection-model.js';

export interface TieQuestion {
  /** With everything settled so far. */
  readonly model: SelectionModel;
  /** Open items, in order. */
  readonly block: readonly number[];
  readonly value: number;
  /** The best set so far: it answers the question, if not well. */
  readonly known: Uint8Array;
}

/**
 * Finds a set worth `value` whose items of the block are the earliest that can be; null when the
 * block's items are best left out, or it cannot tell.
 */
export type FindTiedSet = (question: TieQuestion) => Promise<Uint8Array | null>;

export interface PreferOptions {
  /** How many items one call of `findSet` settles. */
  readonly blockLength: number;
  /** Calls after which the set found so far is kept. */
  readonly callLimit: number;
}

/**
 * Breaks ties: among the sets of greatest value without idle items, the one that takes the earliest
 * item in which they differ (the lexicographically greatest). An item is idle when it has no value
 * of its own, does not serve the goal, and nothing in the set that does either needs it.
 *
 * Goes through the items in order, in blocks. Each block asks for a set of the same value that takes
 * the block's items as early as can be; what comes out is settled for the blocks after it.
 */
export async function preferEarlier(
  model: SelectionModel,
  best: { readonly chosen: Uint8Array; readonly value: number },
  findSet: FindTiedSet,
  options: PreferOptions,
): Promise<Uint8Array> {
  let chosen = dropIdle(model, best.chosen);
  const fixed = settleHopeless(model, best.value);
  const rows: ModelRow[] = [...model.rows];
  const supporters = createSupporterLookup(model);

  for (let calls = 0; calls < options.callLimit; calls += 1) {
    const { decided, block } = takeBlock(model, fixed, chosen, options.blockLength);
    if (block.length === 0) break;
    for (const column of decided) fixed[column] = 1;
    // Items without a purpose are taken for the sake of others only; settled ones go on needing them.
    for (const column of [...decided, ...block]) {
      if (!hasPurpose(model, column)) rows.push(requireSupport(column, supporters(column)));
    }
    const question = { model: { ...model, rows, fixed }, block, value: best.value, known: chosen };
    const found = await findSet(question);
    if (found) chosen = dropIdle(model, found);
    for (const column of block) fixed[column] = chosen[column] ? 1 : 0;
  }
  return chosen;
}

// Items that are in and have nothing open before them are settled; then come the next open ones.
function takeBlock(model: SelectionModel, fixed: Int8Array, chosen: Uint8Array, length: number) {
  const decided: number[] = [];
  const block: number[] = [];
  for (let column = 0; column < model.itemCount && block.length < length; column += 1) {
    if (fixed[column] !== -1) continue;
    if (block.length === 0 && chosen[column]) decided.push(column);
    else block.push(column);
  }
  return { decided, block };
}

/** Leaves out every item that has no purpose and that nothing with one needs. */
export function dropIdle(model: SelectionModel, chosen: Uint8Array): Uint8Array {
  const kept = new Uint8Array(chosen.length);
  const queue = [...chosen.keys()].filter((column) => chosen[column] && hasPurpose(model, column));
  for (let column = queue.pop(); column !== undefined; column = queue.pop()) {
    if (kept[column]) continue;
    kept[column] = 1;
    queue.push(...(model.requires[column] ?? []));
  }
  return kept;
}

// Columns that every set of greatest value takes, or none does, need no question.
function settleHopeless(model: SelectionModel, value: number): Int8Array {
  const fixed = Int8Array.from(model.fixed);
  const { worth, bound } = findRowPrices(model, fixed, { target: value, steps: 300 });
  const rounding = 0.01 + Math.abs(bound) * 1e-11;
  for (const [column, each] of worth.entries()) {
    if (fixed[column] !== -1) continue;
    if (bound - Math.abs(each) < value - rounding) fixed[column] = each > 0 ? 1 : 0;
  }
  return fixed;
}

function requireSupport(column: number, supporters: readonly number[]): ModelRow {
  const coefficients = [1, ...supporters.map(() => -1)];
  return { kind: 'link', columns: [column, ...supporters], coefficients, upper: 0 };
}

/** For an item, the columns that have a purpose and need it, directly or not. */
function createSupporterLookup(model: SelectionModel): (column: number) => readonly number[] {
  const dependents = model.values.map((): number[] => []);
  for (const [column, required] of model.requires.entries()) {
    for (const target of required) dependents[target]?.push(column);
  }
  return (column) => {
    const seen = new Set([column]);
    for (const each of seen) for (const dependent of dependents[each] ?? []) seen.add(dependent);
    seen.delete(column);
    return [...seen].filter((each) => hasPurpose(model, each));
  };
}
