import { listLimits } from './selection-limits.js';
import type { SelectableItem, SelectionProblem } from './selection-problem.js';

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
