import type { Highs, Model } from 'highs';
import { isFeasible, type ModelRow, type SelectionModel, sumValues } from './selection-model.js';

export interface HighsOptions {
  /** Seconds; none when absent. */
  readonly timeLimit?: number;
  readonly nodeLimit?: number;
  /** A set to start from. */
  readonly start?: Uint8Array | null;
  /** Share of the best value that may be missing when it stops; 0 by default. */
  readonly gap?: number;
}

export interface HighsResult {
  readonly chosen: Uint8Array | null;
  readonly value: number;
  readonly bound: number;
  readonly finished: boolean;
  /** Seconds the solver ran. */
  readonly seconds: number;
}

type HighsLoader = () => Promise<Highs>;

let loading: Promise<Highs> | null = null;

// Compiling the WebAssembly takes some 0.1 s of CPU and a first solve more: only when needed, once.
function loadHighs(): Promise<Highs> {
  // The package's types describe its CommonJS build; Node gives the ES module, whose default export
  // is the loader itself.
  loading ??= import('highs').then((module) => (module.default as unknown as HighsLoader)());
  return loading;
}

/** Finds a set of greatest value with HiGHS (https://highs.dev), a branch-and-cut solver. */
export async function searchWithHighs(
  model: SelectionModel,
  options: HighsOptions = {},
): Promise<HighsResult> {
  const highs = await loadHighs();
  return highs.withModel((solver) => {
    passModel(highs, solver, model);
    solver.options.set({
      output_flag: false,
      random_seed: 0,
      // Values are whole numbers: less than one apart is the same. The default relative gap of
      // 1e-4 would call 11070 proven where 11071 is best.
      mip_rel_gap: options.gap ?? 0,
      mip_abs_gap: 0.5,
      mip_feasibility_tolerance: 1e-9,
      ...(options.timeLimit === undefined ? {} : { time_limit: options.timeLimit }),
      ...(options.nodeLimit === undefined ? {} : { mip_max_nodes: options.nodeLimit }),
    });
    if (options.start) solver.setSolution({ colValue: Float64Array.from(options.start) });
    solver.run();
    return readResult(highs, solver, model, options.start ?? null);
  });
}

function passModel(highs: Highs, solver: Model, model: SelectionModel): void {
  const { values, rows, fixed } = model;
  const starts = new Int32Array(rows.length + 1);
  for (const [row, { columns }] of rows.entries())
    starts[row + 1] = (starts[row] ?? 0) + columns.length;
  solver.passModel({
    numCols: values.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(values),
    colLower: Float64Array.from(fixed, (side) => (side === 1 ? 1 : 0)),
    colUpper: Float64Array.from(fixed, (side) => (side === 0 ? 0 : 1)),
    rowLower: new Float64Array(rows.length).fill(Number.NEGATIVE_INFINITY),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: values.length,
      starts,
      indices: Int32Array.from(flatten(rows, 'columns')),
      values: Float64Array.from(flatten(rows, 'coefficients')),
    },
    integrality: values.map(() => highs.constants.variableType.integer),
  });
}

function flatten(rows: readonly ModelRow[], key: 'columns' | 'coefficients'): number[] {
  return rows.flatMap((row) => row[key]);
}

function readResult(
  highs: Highs,
  solver: Model,
  model: SelectionModel,
  start: Uint8Array | null,
): HighsResult {
  const { modelStatus, solutionStatus } = highs.constants;
  const status = solver.getModelStatus();
  const seconds = solver.getRunTime();
  if (status === modelStatus.infeasible) {
    return { chosen: null, value: -Infinity, bound: -Infinity, finished: true, seconds };
  }
  const hasSolution = solver.info.get('primal_solution_status') === solutionStatus.feasible;
  const found = hasSolution
    ? Uint8Array.from(solver.getSolution().colValue ?? [], (share) => (share > 0.5 ? 1 : 0))
    : null;
  // The solver allows itself tolerances; what it says is taken only if it holds in whole numbers.
  const chosen = found && isFeasible(model, found) ? found : start;
  const value = chosen === null ? -Infinity : sumValues(model, chosen);
  const limit = Number(solver.info.get('mip_dual_bound'));
  const bound = Math.max(value, roundDown(Number.isFinite(limit) ? limit : sumPositive(model)));
  return {
    chosen,
    value,
    bound,
    finished: status === modelStatus.optimal && bound === value,
    seconds,
  };
}

// The next whole value below the solver's bound, allowing for its arithmetic.
function roundDown(limit: number): number {
  return Math.floor(limit + 1e-6 + Math.abs(limit) * 1e-12);
}

function sumPositive(model: SelectionModel): number {
  return model.values.reduce((sum, value) => sum + Math.max(0, value), 0);
}
