import { failure, type Problem, type Result, success } from '../text/problem.js';
import { searchBestSet } from './branch-and-bound.js';
import { checkSelection } from './check-selection.js';
import { breakTies, limitNodes } from './exact-selection.js';
import { explainInfeasible } from './explain-infeasible.js';
import { searchWithHighs } from './highs-search.js';
import { dropIdle, preferEarlier, type TieQuestion } from './prefer-earlier.js';
import { sumDecimals } from './scale-numbers.js';
import { buildModel, type ModelRow, type SelectionModel } from './selection-model.js';
import type { Selection, SelectionProblem } from './selection-problem.js';
import { validateProblem } from './validate-problem.js';

/** `auto` tries the exact search first: ordinary sprints need no solver to load. */
export type SolverChoice = 'auto' | 'exact' | 'highs';

/** Above this the exact search is not tried. */
const MOST_EXACT_COLUMNS = 400;
/** HiGHS settles ties a block of items at a time; each is worth twice the next to it. */
const TIE_BLOCK = 10;
/** Nodes HiGHS may take for a block, and its blocks times columns: large problems settle fewer. */
const TIE_NODES = 5_000;
const TIE_WORK = 20_000;

/**
 * Chooses the items of greatest summed value within the capacity.
 *
 * Items bring what they require, never what they exclude; `must` items are in, `not` items are out;
 * a group's value counts when all its items are chosen. Among equally good sets without idle items
 * (no value, needed by nothing of value), the one that takes the earliest item in which they differ,
 * so that backlog order breaks ties and the same input has the same answer. Every answer is checked
 * again against the problem before it is given. Beyond some 400 items and groups, or where the
 * exact search gives up, only the first ties are broken this way (20,000 divided by their number,
 * times ten items); the rest is the solver's, the same each time unless a time limit cuts in.
 *
 * With a `timeLimit` that runs out, the best set found so far, `proven: false`, and its bound.
 *
 * @throws Error when a number or id is unsound, or `must` cannot be met; the message says why
 */
export async function selectItems(problem: SelectionProblem): Promise<Selection> {
  const result = await solveSelection(problem);
  if (result.ok) return result.value;
  throw new Error(result.problems.map(({ message }) => message).join('; '));
}

/** `selectItems` with problems as values, and a choice of solver for tests and benchmarks. */
export async function solveSelection(
  problem: SelectionProblem,
  solver: SolverChoice = 'auto',
): Promise<Result<Selection>> {
  const problems = validateProblem(problem);
  if (problems.length > 0) return failure(...problems);
  const infeasible = explainInfeasible(problem);
  if (infeasible !== null) return failure(describeInfeasible(infeasible));

  const model = buildModel(problem);
  const outcome = await solveModel(model, solver, problem.timeLimit);
  if (outcome.chosen === null) return failure(describeInfeasible('nothing keeps every constraint'));
  return success(toSelection(problem, model, outcome.chosen, outcome.bound));
}

function describeInfeasible(message: string): Problem {
  return { kind: 'negative', message };
}

interface Outcome {
  readonly chosen: Uint8Array | null;
  /** In the model's units. */
  readonly bound: number;
}

async function solveModel(
  model: SelectionModel,
  solver: SolverChoice,
  timeLimit: number | undefined,
): Promise<Outcome> {
  // Even where the search cannot finish, it gives the solver a set to start from and a bound.
  const nodeLimit = chooseNodeLimit(model, solver);
  const exact = searchBestSet(model, { nodeLimit });
  const { chosen } = exact;
  if (exact.finished && solver !== 'highs') {
    if (chosen === null) return { chosen, bound: exact.bound };
    const askHighs = async (question: TieQuestion) =>
      (await searchWithHighs(rewardBlock(question), { nodeLimit: TIE_NODES })).chosen;
    const columns = await breakTies(model, { ...exact, chosen }, nodeLimit, askHighs);
    return { chosen: columns, bound: exact.bound };
  }

  const found = await searchWithHighs(model, { ...withTime(timeLimit), start: chosen });
  const bound = Math.min(found.bound, exact.finished ? Number.POSITIVE_INFINITY : exact.bound);
  if (found.chosen === null) return { chosen: null, bound };
  if (!found.finished) return { chosen: dropIdle(model, found.chosen), bound };

  let seconds = found.seconds;
  const findSet = async (question: TieQuestion) => {
    const left = timeLimit === undefined ? undefined : timeLimit - seconds;
    if (left !== undefined && left <= 0) return null;
    const tied = await searchWithHighs(rewardBlock(question), {
      ...withTime(left),
      nodeLimit: TIE_NODES,
    });
    seconds += tied.seconds;
    return tied.chosen;
  };
  const best = { chosen: found.chosen, value: found.value };
  const callLimit = Math.ceil(TIE_WORK / model.values.length);
  const options = { blockLength: TIE_BLOCK, callLimit };
  return { chosen: await preferEarlier(model, best, findSet, options), bound };
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

function chooseNodeLimit(model: SelectionModel, solver: SolverChoice): number {
  if (solver === 'exact') return Number.POSITIVE_INFINITY;
  return solver === 'highs' || model.values.length > MOST_EXACT_COLUMNS ? 1 : limitNodes(model);
}

function withTime(timeLimit: number | undefined): { timeLimit?: number } {
  return timeLimit === undefined ? {} : { timeLimit };
}

function toSelection(
  problem: SelectionProblem,
  model: SelectionModel,
  columns: Uint8Array,
  boundUnits: number,
): Selection {
  const items = problem.items.filter((_, index) => columns[index]);
  const chosen = items.map(({ id }) => id);
  const broken = checkSelection(problem, chosen);
  if (broken.length > 0) throw new Error(`a fault in storymark's solver: ${broken.join('; ')}`);

  const taken = new Set(chosen);
  const complete = (problem.groups ?? []).filter((group) =>
    group.items.every((id) => taken.has(id)),
  );
  const value = sumDecimals([...items, ...complete].map((part) => part.value));
  const best = Math.round(value / model.valueStep);
  const bound =
    boundUnits <= best + model.valueSlack
      ? value
      : (boundUnits + model.valueSlack) * model.valueStep;
  return {
    chosen,
    value,
    size: sumDecimals(items.map(({ size }) => size)),
    proven: bound === value,
    bound,
    gap: bound === value ? 0 : (bound - value) / Math.max(Math.abs(bound), Math.abs(value)),
  };
}
