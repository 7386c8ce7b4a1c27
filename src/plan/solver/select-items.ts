import { failure, type Problem, type Result, success, unwrap } from '../../text/problem.js';
import { describeConflict, findConflict, keepCapacity, keepConstraints } from './find-conflict.js';
import { sumDecimals } from './scale-numbers.js';
import { listLimits } from './selection-limits.js';
import { buildModel, type SelectionModel } from './selection-model.js';
import type { SelectableItem, Selection, SelectionProblem } from './selection-problem.js';
import { hasFeasibleSet, type SolverChoice, solveModel } from './solve-model.js';
import { validateProblem } from './validate-problem.js';

/**
 * Chooses the items of greatest summed value within the capacity.
 *
 * Items bring what they require, never what they exclude; `must` items are in, `not` items are out;
 * a group's value counts when all its items are chosen; skills and other limits are kept, and at
 * least the goal's share of the size serves it. Among equally good sets without idle items (no
 * value, no service to the goal, needed by nothing that has either), the one that takes the earliest
 * item in which they differ, so that backlog order breaks ties and the same input has the same
 * answer. Every answer is checked again against the problem before it is given. Beyond some 400
 * items and groups, or where the exact search gives up, only the first ties are broken this way
 * (8,000 divided by their number, times twenty items); the rest is the solver's, the same each time
 * unless a time limit cuts in.
 *
 * With a `timeLimit` (seconds) or `nodeLimit` that runs out, the best set found so far,
 * `proven: false`, and its bound.
 *
 * @throws ProblemError when a number or id is unsound, or the constraints cannot all be met; the message names
 * a smallest set of constraints in conflict
 */
export async function selectItems(problem: SelectionProblem): Promise<Selection> {
  return unwrap(await solveSelection(problem));
}

/** `selectItems` with problems as values, and a choice of solver for tests and benchmarks. */
export async function solveSelection(
  problem: SelectionProblem,
  solver: SolverChoice = 'auto',
): Promise<Result<Selection>> {
  const problems = validateProblem(problem);
  if (problems.length > 0) return failure(...problems);

  const model = buildModel(problem);
  const { timeLimit, nodeLimit } = problem;
  const found = await solveModel(model, { solver, timeLimit, nodeLimit });
  if (found.chosen) return success(toSelection(problem, model, found.chosen, found.bound));
  if (!found.finished)
    return failure(negative('no selection was found before the limit was reached'));
  const conflict = await findConflict(problem, problem, (kept) =>
    hasFeasibleSet(
      buildModel({
        ...keepConstraints(problem, kept),
        ...keepCapacity(problem.items, problem, kept),
      }),
    ),
  );
  return failure(negative(describeConflict(problem, [problem], conflict)));
}

function negative(message: string): Problem {
  return { kind: 'negative', message };
}

function toSelection(
  problem: SelectionProblem,
  model: SelectionModel,
  columns: Uint8Array,
  boundUnits: number,
): Selection {
  const selection = readSelection(problem, columns);
  const broken = checkSelection(problem, selection.chosen);
  if (broken.length > 0) throw new Error(`a bug in storymark's solver: ${broken.join('; ')}`);
  return { ...selection, ...describeBound(model, selection.value, boundUnits) };
}

/** What a set of columns holds and is worth, in the problem's own numbers. */
export function readSelection(
  problem: SelectionProblem,
  columns: Uint8Array,
): Pick<Selection, 'chosen' | 'value' | 'size'> {
  const items = problem.items.filter((_, index) => columns[index]);
  const taken = new Set(items.map(({ id }) => id));
  const complete = (problem.groups ?? []).filter((group) =>
    group.items.every((id) => taken.has(id)),
  );
  return {
    chosen: [...taken],
    value: sumDecimals([...items, ...complete].map((part) => part.value)),
    size: sumDecimals(items.map(({ size }) => size)),
  };
}

/** What is known of the best value, given one that was reached. */
export function describeBound(
  { valueStep, valueSlack }: SelectionModel,
  value: number,
  boundUnits: number,
): Pick<Selection, 'proven' | 'bound' | 'gap'> {
  const units = Math.round(value / valueStep);
  if (boundUnits <= units + valueSlack) return { proven: true, bound: value, gap: 0 };
  const bound = (boundUnits + valueSlack) * valueStep;
  const gap = (bound - value) / Math.max(Math.abs(bound), Math.abs(value));
  return { proven: false, bound, gap };
}

/** Sizes are compared to a billionth of their sum, so that 0.1 + 0.2 fits in 0.3. */
const TOLERANCE = 1e-9;

/**
 * Every promise a chosen set breaks, as text; empty when it keeps all. Written against the problem,
 * not the solvers' model, so that a fault in the model cannot hide.
 */
export function checkSelection(problem: SelectionProblem, chosen: readonly string[]): string[] {
  const { items, must = [], not = [], goal } = problem;
  const broken: string[] = [];
  const taken = new Set(chosen);
  const known = new Set(items.map(({ id }) => id));
  if (taken.size < chosen.length) broken.push('an item is chosen twice');
  for (const id of taken) if (!known.has(id)) broken.push(`${id} is unknown`);
  for (const id of must) if (!taken.has(id)) broken.push(`${id} must be chosen`);
  for (const id of not) if (taken.has(id)) broken.push(`${id} must not be chosen`);

  for (const { id, requires = [], excludes = [] } of items) {
    if (!taken.has(id)) continue;
    for (const other of requires) if (!taken.has(other)) broken.push(`${id} requires ${other}`);
    for (const other of excludes) if (taken.has(other)) broken.push(`${id} excludes ${other}`);
  }
  const chosenItems = items.filter(({ id }) => taken.has(id));
  const tolerance = TOLERANCE * items.length * (sumSizes(items) + 1);
  for (const { name, most, uses } of listLimits(items, problem)) {
    const used = chosenItems.reduce((sum, { id }) => sum + (uses.get(id) ?? 0), 0);
    const what = name === null ? 'size' : `what is used of ${name}`;
    if (used > most + tolerance) broken.push(`${what} ${used} is above ${most}`);
  }
  if (goal) {
    const size = sumSizes(chosenItems);
    const serving = sumSizes(chosenItems.filter(({ id }) => goal.items.includes(id)));
    if (serving < goal.share * size - tolerance) {
      broken.push(`${serving} of ${size} serves the goal, less than the share ${goal.share}`);
    }
  }
  return broken;
}

function sumSizes(items: readonly SelectableItem[]): number {
  return items.reduce((sum, { size }) => sum + size, 0);
}
