import { scaleNumbers } from './scale-numbers.js';
import { goalUses, listLimits } from './selection-limits.js';
import type { SelectionProblem } from './selection-problem.js';

/**
 * A selection as a 0/1 program in whole numbers: maximise `values · x` under rows `a · x <= upper`.
 * Every kind of constraint is rows of data, so both solvers take a new kind without change.
 */
export interface SelectionModel {
  /** One a column: the items in the order given, then the groups. */
  readonly values: readonly number[];
  /** How many of the columns are items. */
  readonly itemCount: number;
  readonly rows: readonly ModelRow[];
  /** By column: the items it needs directly; also held by rows. */
  readonly requires: readonly (readonly number[])[];
  /** By column: 1 when it serves something beside its value, so that it is never idle. */
  readonly serves: Uint8Array;
  /** What is settled beforehand, by column: 1 in, 0 out, -1 open. */
  readonly fixed: Int8Array;
  /** What one unit of `values` is worth. */
  readonly valueStep: number;
  /** How far rounding of values to whole units may hide a better set, in units; 0 when exact. */
  readonly valueSlack: number;
}

export interface ModelRow {
  /** `limit`: all coefficients 0 or more, something is used up. `link`: ties columns together. */
  readonly kind: 'limit' | 'link';
  readonly columns: readonly number[];
  /** Whole numbers. */
  readonly coefficients: readonly number[];
  readonly upper: number;
}

/** Takes a problem that `validateProblem` found sound. */
export function buildModel(problem: SelectionProblem): SelectionModel {
  const { items, must = [], not = [] } = problem;
  // A group without value changes nothing, one that is empty is complete from the start.
  const groups = (problem.groups ?? []).filter((group) => group.value > 0);
  const indexes = new Map(items.map(({ id }, index) => [id, index]));
  const indexOf = (id: string) => indexes.get(id) ?? -1;

  const values = scaleNumbers([...items, ...groups].map(({ value }) => value));
  const fixed = new Int8Array(values.integers.length).fill(-1);
  for (const id of must) fixed[indexOf(id)] = 1;
  for (const id of not) fixed[indexOf(id)] = 0;
  // Both in and out: a row that nothing keeps.
  const isTorn = must.some((id) => not.includes(id));

  const links = new Map<string, ModelRow>();
  for (const [index, { requires = [], excludes = [] }] of items.entries()) {
    for (const id of requires) addRequirement(links, index, indexOf(id));
    for (const id of excludes) addExclusion(links, index, indexOf(id));
  }
  for (const [offset, group] of groups.entries()) {
    for (const id of group.items) addRequirement(links, items.length + offset, indexOf(id));
  }
  const toEntries = (uses: ReadonlyMap<string, number>) =>
    [...uses].map(([id, use]): RowEntry => [indexOf(id), use]);
  const limits = listLimits(items, problem).map(({ uses, most }) =>
    buildRow('limit', toEntries(uses), most),
  );
  const shares = goalUses(problem);
  const serves = new Uint8Array(values.integers.length);
  for (const [id, use] of shares ?? []) if (use < 0) serves[indexOf(id)] = 1;
  return {
    values: values.integers,
    itemCount: items.length,
    rows: [
      ...(isTorn ? [{ kind: 'link' as const, columns: [], coefficients: [], upper: -1 }] : []),
      ...limits,
      ...(shares ? [buildRow('link', toEntries(shares), 0)] : []),
      ...links.values(),
    ],
    requires: [
      ...items.map(({ requires = [] }) => requires.map(indexOf)),
      ...groups.map((group) => group.items.map(indexOf)),
    ],
    serves,
    fixed,
    valueStep: values.step,
    valueSlack: values.exact ? 0 : values.integers.length / 2,
  };
}

/** A column with its coefficient, in the unit of the problem. */
export type RowEntry = readonly [column: number, coefficient: number];

/** A row in whole numbers: at most `most`, in the entries' unit. */
export function buildRow(
  kind: ModelRow['kind'],
  entries: readonly RowEntry[],
  most: number,
): ModelRow {
  const { integers, step, exact } = scaleNumbers(entries.map(([, coefficient]) => coefficient));
  // Three thirds fit in one, whichever way each was rounded.
  const slack = exact ? 1e-9 : entries.length / 2;
  return {
    kind,
    columns: entries.map(([column]) => column),
    coefficients: integers,
    upper: Math.floor(most / step + slack),
  };
}

function addRequirement(links: Map<string, ModelRow>, column: number, required: number): void {
  if (column === required) return;
  const row = { columns: [column, required], coefficients: [1, -1], upper: 0 };
  links.set(`${column}>${required}`, { kind: 'link', ...row });
}

function addExclusion(links: Map<string, ModelRow>, a: number, b: number): void {
  const columns = a < b ? [a, b] : [b, a];
  links.set(columns.join('|'), { kind: 'link', columns, coefficients: [1, 1], upper: 1 });
}

/** Whether a set of columns keeps every row and everything settled beforehand. */
export function isFeasible(model: SelectionModel, chosen: Uint8Array): boolean {
  return (
    model.fixed.every((state, column) => state === -1 || state === chosen[column]) &&
    model.rows.every(({ columns, coefficients, upper }) => {
      const used = columns.reduce(
        (sum, column, at) => sum + (chosen[column] ? (coefficients[at] ?? 0) : 0),
        0,
      );
      return used <= upper;
    })
  );
}

/** Value of a set of columns, in units of `valueStep`. */
export function sumValues(model: SelectionModel, chosen: Uint8Array): number {
  return model.values.reduce((sum, value, column) => sum + (chosen[column] ? value : 0), 0);
}

/** Whether a column is worth taking by itself: it has value, serves the goal, or must be in. */
export function hasPurpose(model: SelectionModel, column: number): boolean {
  return (model.values[column] ?? 0) > 0 || model.serves[column] === 1 || model.fixed[column] === 1;
}
