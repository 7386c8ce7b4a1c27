import { readSelection } from './select-items.js';
import { buildModel, hasPurpose, type ModelRow, type SelectionModel } from './selection-model.js';
import type { Selection, SelectionProblem } from './selection-problem.js';
import { solveModel } from './solve-model.js';

/** Another set that is nearly as good as the best. */
export interface Alternative {
  readonly chosen: readonly string[];
  readonly value: number;
  readonly size: number;
  /** Items it has that the best set has not, and the other way round. */
  readonly in: readonly string[];
  readonly out: readonly string[];
}

/** How much of the best value an alternative may lack, and how many are looked for. */
const NEAR = 0.02;
const MOST_ALTERNATIVES = 8;

/**
 * Sets within 2 % of the best, best first. Each takes something that none of the sets before it
 * has all of: leaving a small item out is no alternative.
 */
export async function findAlternatives(
  problem: SelectionProblem,
  best: Selection,
): Promise<readonly Alternative[]> {
  const model = buildModel(problem);
  const least = best.value - NEAR * Math.abs(best.value);
  const rows = [...model.rows];
  const found: Alternative[] = [];
  let last: readonly string[] = best.chosen;
  while (found.length < MOST_ALTERNATIVES) {
    rows.push(bringSomethingNew(problem, model, last));
    const { timeLimit, nodeLimit } = problem;
    const next = await solveModel({ ...model, rows }, { solver: 'auto', timeLimit, nodeLimit });
    if (!next.chosen) break;
    const { chosen, value, size } = readSelection(problem, next.chosen);
    if (value < least - 1e-9 * Math.abs(least)) break;
    const taken = new Set(chosen);
    const known = new Set(best.chosen);
    found.push({
      chosen,
      value,
      size,
      in: chosen.filter((id) => !known.has(id)),
      out: best.chosen.filter((id) => !taken.has(id)),
    });
    last = chosen;
  }
  return found;
}

function bringSomethingNew(
  problem: SelectionProblem,
  model: SelectionModel,
  chosen: readonly string[],
): ModelRow {
  const taken = new Set(chosen);
  const columns = problem.items.flatMap(({ id }, column) =>
    !taken.has(id) && hasPurpose(model, column) ? [column] : [],
  );
  const groups = (problem.groups ?? [])
    .filter(({ value }) => value > 0)
    .flatMap(({ items }, index) =>
      items.every((id) => taken.has(id)) ? [] : [model.itemCount + index],
    );
  const all = [...columns, ...groups];
  return { kind: 'link', columns: all, coefficients: all.map(() => -1), upper: -1 };
}
