import { failure, ProblemError, type Result, success } from '../../text/problem.js';
import {
  type Constraint,
  describeConflict,
  findConflict,
  keepCapacity,
  keepConstraints,
} from './find-conflict.js';
import { buildReleaseModel } from './release-model.js';
import { type Release, type ReleaseProblem, sprintWeights } from './release-problem.js';
import { sumDecimals } from './scale-numbers.js';
import { checkSelection, describeBound } from './select-items.js';
import { hasFeasibleSet, type SolverChoice, solveModel } from './solve-model.js';
import { validateRelease } from './validate-problem.js';

/** Beyond this many columns a release is good enough at `GOOD_GAP`: proof would take minutes. */
const MOST_PROVEN_COLUMNS = 2_000;
const GOOD_GAP = 5e-4;

/**
 * Chooses items for several sprints so that the summed value, less the discount for coming later, is
 * greatest. What an item requires is in the same sprint or an earlier one. Otherwise as
 * `selectItems`; among equally good releases of up to some 400 items times sprints, the one that
 * has the earliest item in which they differ, or has it sooner.
 *
 * @throws ProblemError as `selectItems`
 */
export async function selectRelease(problem: ReleaseProblem): Promise<Release> {
  const result = await solveRelease(problem);
  if (result.ok) return result.value;
  throw new ProblemError(result.problems);
}

/** `selectRelease` with problems as values. */
export async function solveRelease(
  problem: ReleaseProblem,
  solver: SolverChoice = 'auto',
): Promise<Result<Release>> {
  const problems = validateRelease(problem);
  if (problems.length > 0) return failure(...problems);

  const model = buildReleaseModel(problem);
  const { timeLimit, nodeLimit } = problem;
  const gap = model.values.length > MOST_PROVEN_COLUMNS ? GOOD_GAP : 0;
  const found = await solveModel(model, { solver, timeLimit, nodeLimit, gap });
  if (!found.chosen) {
    const message = found.finished
      ? await explainConflict(problem)
      : 'no release was found before the limit was reached';
    return failure({ kind: 'negative', message });
  }
  const sprints = readSprints(problem, found.chosen);
  const broken = checkRelease(problem, sprints);
  if (broken.length > 0) throw new Error(`a bug in storymark's solver: ${broken.join('; ')}`);
  const value = sumRelease(problem, sprints);
  return success({
    sprints,
    value,
    size: sumDecimals(sprints.map(({ size }) => size)),
    ...describeBound(model, value, found.bound),
  });
}

function readSprints(problem: ReleaseProblem, columns: Uint8Array): Release['sprints'] {
  const { items, sprints, groups = [] } = problem;
  const count = sprints.length;
  const sprintOf = new Map(
    items.map(({ id }, index) => [
      id,
      columns.subarray(index * count, (index + 1) * count).indexOf(1),
    ]),
  );
  return sprints.map((_, sprint) => {
    const chosen = items.filter(({ id }) => sprintOf.get(id) === sprint);
    const complete = groups.filter((group) => completedIn(group.items, sprintOf) === sprint);
    return {
      chosen: chosen.map(({ id }) => id),
      value: sumDecimals([...chosen, ...complete].map(({ value }) => value)),
      size: sumDecimals(chosen.map(({ size }) => size)),
    };
  });
}

// The sprint that completes a group, -1 when none does; the first one when there is nothing to do.
function completedIn(ids: readonly string[], sprintOf: ReadonlyMap<string, number>): number {
  const sprints = ids.map((id) => sprintOf.get(id) ?? -1);
  return sprints.includes(-1) ? -1 : Math.max(0, ...sprints);
}

function sumRelease(problem: ReleaseProblem, sprints: Release['sprints']): number {
  const weights = sprintWeights(problem);
  return sumDecimals(sprints.map(({ value }, index) => value * (weights[index] ?? 0)));
}

async function explainConflict(problem: ReleaseProblem): Promise<string> {
  // All sprints give up the same constraints: what a sprint must have counts as must.
  const { sprints } = problem;
  const must = [
    ...new Set([...(problem.must ?? []), ...sprints.flatMap((sprint) => sprint.must ?? [])]),
  ];
  const keep = (kept: readonly Constraint[]) => {
    const constraints = keepConstraints({ ...problem, must }, kept);
    const stillMust = new Set(constraints.must);
    return {
      ...constraints,
      discount: problem.discount ?? 0,
      sprints: sprints.map((sprint) => ({
        ...keepCapacity(problem.items, sprint, kept),
        must: (sprint.must ?? []).filter((id) => stillMust.has(id)),
      })),
    };
  };
  const canHold = (kept: readonly Constraint[]) => hasFeasibleSet(buildReleaseModel(keep(kept)));
  const constrained = { ...problem, must };
  const conflict = await findConflict(constrained, sprints[0] ?? { capacity: 0 }, canHold);
  return describeConflict(constrained, sprints, conflict);
}

/**
 * Every promise a release breaks, as text; empty when it keeps all. Each sprint is checked as a
 * selection whose dependencies earlier sprints have settled.
 */
export function checkRelease(problem: ReleaseProblem, sprints: Release['sprints']): string[] {
  const { sprints: capacities, must = [], not = [], ...constraints } = problem;
  const broken: string[] = [];
  const earlier = new Set<string>();
  for (const [index, { chosen }] of sprints.entries()) {
    const sprintCapacity = capacities[index] ?? { capacity: 0 };
    const items = constraints.items.map((item) => ({
      ...item,
      requires: (item.requires ?? []).filter((id) => !earlier.has(id)),
    }));
    const within = checkSelection(
      { ...constraints, ...sprintCapacity, items, must: [], not },
      chosen,
    );
    broken.push(...within.map((text) => `in sprint ${index + 1}: ${text}`));
    for (const id of chosen) {
      if (earlier.has(id)) broken.push(`${id} is in two sprints`);
      earlier.add(id);
    }
    for (const id of sprintCapacity.must ?? []) {
      if (!earlier.has(id)) broken.push(`${id} must be in by sprint ${index + 1}`);
    }
  }
  for (const id of must) if (!earlier.has(id)) broken.push(`${id} must be in`);
  for (const { id, excludes = [] } of constraints.items) {
    if (!earlier.has(id)) continue;
    for (const other of excludes) if (earlier.has(other)) broken.push(`${id} excludes ${other}`);
  }
  return broken;
}
