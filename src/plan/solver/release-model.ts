import { type ReleaseProblem, sprintWeights } from './release-problem.js';
import { scaleNumbers } from './scale-numbers.js';
import { goalUses, listLimits } from './selection-limits.js';
import { buildRow, type ModelRow, type RowEntry, type SelectionModel } from './selection-model.js';

/**
 * A release as the program that also holds a selection. A column says that an item is in by the end
 * of a sprint, the sprints of one item side by side, then those of one group: what depends on what
 * is then a link between two columns, and the relaxation close (the "by" variables of Queyranne and
 * Schulz, "Polyhedral approaches to machine scheduling", 1994). On 2,000 items over 6 sprints HiGHS
 * proves this form at the root; with columns for "in this sprint" it ends far off.
 */
export function buildReleaseModel(problem: ReleaseProblem): SelectionModel {
  const { items, sprints } = problem;
  const groups = (problem.groups ?? []).filter((group) => group.value > 0);
  const count = sprints.length;
  const indexes = new Map(items.map(({ id }, index) => [id, index]));
  /** The column that says an item is in by the end of a sprint. */
  const columnOf = (id: string, sprint: number) => (indexes.get(id) ?? 0) * count + sprint;

  // In by a sprint is worth what the sprint after would lose.
  const weights = sprintWeights(problem);
  const steps = weights.map((weight, sprint) => weight - (weights[sprint + 1] ?? 0));
  const values = scaleNumbers(
    [...items, ...groups].flatMap(({ value }) => steps.map((step) => round(value * step))),
  );
  const links: ModelRow[] = [];
  const link = (column: number, required: number) => {
    if (column === required) return;
    links.push({ kind: 'link', columns: [column, required], coefficients: [1, -1], upper: 0 });
  };
  const requires = [...items, ...groups].map((part, index) => {
    const needed = 'items' in part ? part.items : (part.requires ?? []);
    for (let sprint = 0; sprint < count; sprint += 1) {
      const column = index * count + sprint;
      if (sprint + 1 < count) link(column, column + 1);
      for (const id of new Set(needed)) link(column, columnOf(id, sprint));
    }
    return needed;
  });
  for (const { id, excludes = [] } of items) {
    for (const other of excludes) {
      const columns = [columnOf(id, count - 1), columnOf(other, count - 1)];
      links.push({ kind: 'link', columns, coefficients: [1, 1], upper: 1 });
    }
  }
  return {
    values: values.integers,
    itemCount: items.length * count,
    rows: [...buildCapacityRows(problem, columnOf), ...links, ...requireUses(problem, columnOf)],
    requires: requires.flatMap((needed) =>
      sprints.map((_, sprint) => needed.map((id) => columnOf(id, sprint))),
    ),
    // Leaving one out would only move its item to a later sprint: rows keep idle items out instead.
    serves: new Uint8Array(values.integers.length).fill(1),
    fixed: fixColumns(problem, columnOf, values.integers.length),
    valueStep: values.step,
    valueSlack: values.exact ? 0 : values.integers.length / 2,
  };
}

type ColumnOf = (id: string, sprint: number) => number;

function fixColumns(problem: ReleaseProblem, columnOf: ColumnOf, length: number): Int8Array {
  const { sprints, must = [], not = [] } = problem;
  const fixed = new Int8Array(length).fill(-1);
  for (const id of must) fixed[columnOf(id, sprints.length - 1)] = 1;
  for (const [sprint, { must: own = [] }] of sprints.entries()) {
    for (let later = sprint; later < sprints.length; later += 1) {
      for (const id of own) fixed[columnOf(id, later)] = 1;
    }
  }
  for (const id of not) for (const [at] of sprints.entries()) fixed[columnOf(id, at)] = 0;
  return fixed;
}

// What is in by a sprint, less what was in by the one before, keeps the sprint's limits.
function buildCapacityRows(problem: ReleaseProblem, columnOf: ColumnOf): readonly ModelRow[] {
  const shares = goalUses(problem);
  const isTorn = problem.not?.some(
    (id) => problem.must?.includes(id) || problem.sprints.some(({ must }) => must?.includes(id)),
  );
  const rows = problem.sprints.flatMap((sprintCapacity, sprint) => {
    const build = (uses: ReadonlyMap<string, number>, most: number) => {
      const entries = [...uses].flatMap(([id, use]): readonly RowEntry[] => [
        [columnOf(id, sprint), use],
        ...(sprint > 0 ? [[columnOf(id, sprint - 1), -use] as const] : []),
      ]);
      return buildRow(sprint === 0 && most > 0 ? 'limit' : 'link', entries, most);
    };
    const limits = listLimits(problem.items, sprintCapacity).map(({ uses, most }) =>
      build(uses, most),
    );
    return shares ? [...limits, build(shares, 0)] : limits;
  });
  const nothing: ModelRow = { kind: 'link', columns: [], coefficients: [], upper: -1 };
  return isTorn ? [nothing, ...rows] : rows;
}

// An item without value, service to the goal or a `must` is in only with something that has one and
// needs it.
function requireUses(problem: ReleaseProblem, columnOf: ColumnOf): readonly ModelRow[] {
  const { items, sprints, must = [], groups = [] } = problem;
  const shares = goalUses(problem);
  const purposeful = new Set([
    ...items.filter(({ id, value }) => value > 0 || (shares?.get(id) ?? 0) < 0).map(({ id }) => id),
    ...must,
    ...sprints.flatMap(({ must: own = [] }) => own),
  ]);
  const dependents = new Map<string, Set<string>>();
  for (const { id, requires = [] } of items) {
    for (const other of requires) {
      dependents.set(other, (dependents.get(other) ?? new Set()).add(id));
    }
  }
  const last = sprints.length - 1;
  return items
    .filter(({ id }) => !purposeful.has(id))
    .map(({ id }): ModelRow => {
      const users = new Set([id]);
      for (const user of users) for (const next of dependents.get(user) ?? []) users.add(next);
      const supporters = [
        ...[...users].filter((user) => purposeful.has(user)).map((user) => columnOf(user, last)),
        ...groups
          .filter(({ value }) => value > 0)
          .flatMap((group, index) =>
            group.items.some((member) => users.has(member))
              ? [(items.length + index) * sprints.length + last]
              : [],
          ),
      ];
      const coefficients = [1, ...supporters.map(() => -1)];
      return { kind: 'link', columns: [columnOf(id, last), ...supporters], coefficients, upper: 0 };
    });
}

// Weights have four decimals; their products with values need no more noise than that.
function round(value: number): number {
  return Number(value.toPrecision(14));
}
