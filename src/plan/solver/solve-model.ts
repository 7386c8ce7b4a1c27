import { searchBestSet } from './branch-and-bound.js';
import { breakTies, limitNodes } from './exact-selection.js';
import { searchWithHighs } from './highs-search.js';
import { dropIdle, preferEarlier, type TieQuestion } from './prefer-earlier.js';
import type { ModelRow, SelectionModel } from './selection-model.js';

/** `auto` tries the exact search first: ordinary sprints need no solver to load. */
export type SolverChoice = 'auto' | 'exact' | 'highs';

export interface SolveOptions {
  readonly solver: SolverChoice;
  /** Seconds. */
  readonly timeLimit?: number | undefined;
  /** For HiGHS; `chooseHighsNodes` without it. */
  readonly nodeLimit?: number | undefined;
  /** Share of the best value that may be missing when HiGHS stops; 0 by default. */
  readonly gap?: number;
}

export interface Solution {
  /** Null: nothing is feasible, or when not `finished`, nothing was found. */
  readonly chosen: Uint8Array | null;
  /** In the model's units. */
  readonly bound: number;
  readonly finished: boolean;
}

/** Above this the exact search is not tried. */
const MOST_EXACT_COLUMNS = 400;
/** HiGHS settles ties a block of items at a time; each is worth twice the next to it. */
const TIE_BLOCK = 20;
/** Nodes HiGHS may take for a block, and its blocks times columns: large problems settle fewer. */
const TIE_NODES = 5_000;
const TIE_WORK = 8_000;
/** Nodes times columns HiGHS may take by itself: minutes, not hours, on problems of any size. */
const HIGHS_WORK = 50_000_000;

/** The best set of a model, ties broken by the order of its columns. */
export async function solveModel(model: SelectionModel, options: SolveOptions): Promise<Solution> {
  const { solver, timeLimit, gap = 0 } = options;
  // Good enough is asked for where the exact search has no chance, and there are too many ties.
  if (gap > 0) {
    const first = searchBestSet(model, { nodeLimit: 1 });
    const limits = withLimits(model, options);
    const found = await searchWithHighs(model, { ...limits, start: first.chosen, gap });
    const chosen = found.chosen && dropIdle(model, found.chosen);
    return { chosen, bound: Math.min(found.bound, first.bound), finished: found.finished };
  }
  // Even where the search cannot finish, it gives the solver a set to start from and a bound.
  const nodeLimit = chooseExactNodes(model, solver);
  const exact = searchBestSet(model, { nodeLimit });
  const { chosen } = exact;
  if (exact.finished && solver !== 'highs') {
    if (chosen === null) return { chosen, bound: exact.bound, finished: true };
    const askHighs = async (question: TieQuestion) =>
      (await searchWithHighs(rewardBlock(question), tieLimits(question))).chosen;
    const columns = await breakTies(model, { ...exact, chosen }, nodeLimit, askHighs);
    return { chosen: columns, bound: exact.bound, finished: true };
  }

  const found = await searchWithHighs(model, { ...withLimits(model, options), start: chosen });
  const { finished } = found;
  const bound = Math.min(found.bound, exact.finished ? Number.POSITIVE_INFINITY : exact.bound);
  if (found.chosen === null) return { chosen: null, bound, finished };
  if (!finished) return { chosen: dropIdle(model, found.chosen), bound, finished };

  let seconds = found.seconds;
  const findSet = async (question: TieQuestion) => {
    const left = timeLimit === undefined ? undefined : timeLimit - seconds;
    if (left !== undefined && left <= 0) return null;
    const tied = await searchWithHighs(rewardBlock(question), {
      ...tieLimits(question),
      ...withTime(left),
    });
    seconds += tied.seconds;
    return tied.chosen;
  };
  const best = { chosen: found.chosen, value: found.value };
  const callLimit = Math.ceil(TIE_WORK / model.values.length);
  const tieOptions = { blockLength: TIE_BLOCK, callLimit };
  return { chosen: await preferEarlier(model, best, findSet, tieOptions), bound, finished };
}

/** Whether any set keeps every row, whatever it is worth; true when neither search can tell. */
export async function hasFeasibleSet(model: SelectionModel): Promise<boolean> {
  // A floor under all values lets the bound close branches that no set can keep.
  const floor = -1 - model.values.reduce((sum, value) => sum + Math.abs(value), 0);
  const nodeLimit = limitNodes(model);
  const exact = searchBestSet(model, { nodeLimit, atLeast: floor, enough: floor });
  if (exact.finished) return exact.chosen !== null;
  const found = await searchWithHighs(
    { ...model, values: model.values.map(() => 0) },
    { nodeLimit: TIE_NODES },
  );
  return found.chosen !== null || !found.finished;
}

function tieLimits({ known }: TieQuestion) {
  return { nodeLimit: TIE_NODES, start: known };
}

// Earlier items outweigh all later ones of the block together; the value is kept by a row.
function rewardBlock({ model, block, value }: TieQuestion): SelectionModel {
  const values = model.values.map(() => 0);
  for (const [at, column] of block.entries()) values[column] = 2 ** (block.length - 1 - at);
  const columns = [...model.values.keys()].filter((column) => model.values[column] !== 0);
  const coefficients = columns.map((column) => -(model.values[column] ?? 0));
  const keepValue: ModelRow = { kind: 'link', columns, coefficients, upper: -value };
  return { ...model, values, rows: [...model.rows, keepValue] };
}

function chooseExactNodes(model: SelectionModel, solver: SolverChoice): number {
  if (solver === 'exact') return Number.POSITIVE_INFINITY;
  return solver === 'highs' || model.values.length > MOST_EXACT_COLUMNS ? 1 : limitNodes(model);
}

function chooseHighsNodes(model: SelectionModel): number {
  return Math.ceil(HIGHS_WORK / (model.values.length + 1));
}

function withLimits(model: SelectionModel, { timeLimit, nodeLimit }: SolveOptions) {
  return { ...withTime(timeLimit), nodeLimit: nodeLimit ?? chooseHighsNodes(model) };
}

function withTime(timeLimit: number | undefined): { timeLimit?: number } {
  return timeLimit === undefined ? {} : { timeLimit };
}
