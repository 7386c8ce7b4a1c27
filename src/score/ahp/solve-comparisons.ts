import { failure, type Result, success } from '../../text/problem.js';
import type { Comparison, Comparisons } from './read-comparisons.js';

export interface SolvedComparisons {
  readonly names: readonly string[];
  /** By name's index; they sum to 1. */
  readonly weights: readonly number[];
  /** The principal eigenvalue; equal to the number of names when perfectly consistent. */
  readonly lambdaMax: number;
  /** Above 0.1 the judgements contradict each other too much to be used unexamined (Saaty). */
  readonly consistencyRatio: number;
  /** Pairs nobody compared. */
  readonly missing: number;
}

/**
 * Mean consistency index of random reciprocal matrices, from 3 on. `saaty-1980`: T. L. Saaty, The
 * Analytic Hierarchy Process (1980), which nearly all published examples use; `saaty-2005`: his
 * Theory and Applications of the Analytic Network Process (2005), from more matrices.
 */
const randomIndexes = {
  'saaty-2005': [0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59],
  'saaty-1980': [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
} as const;

export type RandomIndexName = keyof typeof randomIndexes;

export const WORST_CONSISTENCY = 0.1;

/**
 * Weights from pairwise judgements: the principal eigenvector of the reciprocal matrix (Saaty,
 * "Decision making with the analytic hierarchy process", 2008). Pairs left out are completed so
 * that the whole contradicts itself least. Fails when the judgements do not link all names with
 * each other.
 */
export function solveComparisons(
  { names, pairs }: Comparisons,
  randomIndex: RandomIndexName = 'saaty-1980',
): Result<SolvedComparisons> {
  const size = names.length;
  const apart = findUnlinked(size, pairs);
  if (apart !== null) {
    return failure({
      kind: 'usage',
      path: 'backlog.yaml',
      message: `rank.ahp: no comparison links ${names[apart]} to ${names[0]}: compare it with another criterion`,
    });
  }
  const { vector, value } = completeMatrix(buildMatrix(size, pairs), size);
  const missing = (size * (size - 1)) / 2 - pairs.length;
  const index = size > 2 ? (value - size) / (size - 1) : 0;
  const expected = findRandomIndex(size, missing, randomIndexes[randomIndex]);
  return success({
    names,
    weights: vector,
    lambdaMax: value,
    // Rounding can leave a perfect matrix a little below 0.
    consistencyRatio: expected > 0 ? Math.max(0, index / expected) : 0,
    missing,
  });
}

/**
 * Fewer judgements contradict each other less by chance: a matrix with m pairs missing has about
 * (1 − 2m / ((n − 1)(n − 2))) of the full one's index (K. C. Ágoston and L. Csató,
 * "Inconsistency thresholds for incomplete pairwise comparison matrices", Omega 108, 2022).
 */
function findRandomIndex(size: number, missing: number, table: readonly number[]): number {
  if (size < 3) return 0;
  const full = table[Math.min(size - 3, table.length - 1)] ?? 0;
  return full * (1 - (2 * missing) / ((size - 1) * (size - 2)));
}

/** Rows over columns, 0 where nobody compared; the diagonal counts those, as Harker's method has it. */
function buildMatrix(size: number, pairs: readonly Comparison[]): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) matrix[row * size + row] = size;
  for (const { a, b, ratio } of pairs) {
    matrix[a * size + b] = ratio;
    matrix[b * size + a] = 1 / ratio;
    for (const row of [a, b]) matrix[row * size + row] = (matrix[row * size + row] ?? 0) - 1;
  }
  return matrix;
}

interface Principal {
  /** Sums to 1. */
  readonly vector: readonly number[];
  readonly value: number;
}

/**
 * Fills the gaps with the ratios that make the principal eigenvalue least (S. Bozóki, J. Fülöp and
 * L. Rónyai, "On optimal completion of incomplete pairwise comparison matrices", Mathematical and
 * Computer Modelling 52, 2010). Starts from P. T. Harker's weights (Mathematical Modelling 9,
 * 1987), which are the answer where nothing is contradicted. The eigenvalue is convex in the
 * logarithms of the gaps and its slope there follows from the right and left eigenvectors.
 */
function completeMatrix(matrix: Float64Array, size: number): Principal {
  let right = findPrincipal(matrix, size);
  const gaps = listGaps(matrix, size);
  if (gaps.length === 0) return right;
  for (let at = 0; at < size; at += 1) matrix[at * size + at] = 1;
  for (const { row, column } of gaps) {
    fillGap(matrix, size, row, column, ratioOf(right.vector, row, column));
  }
  for (let round = 0; round < mostRounds; round += 1) {
    right = findPrincipal(matrix, size, right.vector);
    const left = findPrincipal(transpose(matrix, size), size).vector;
    let change = 0;
    for (const { row, column } of gaps) {
      const ratio = Math.sqrt(ratioOf(right.vector, row, column) / ratioOf(left, row, column));
      change = Math.max(change, Math.abs(ratio / (matrix[row * size + column] ?? 1) - 1));
      fillGap(matrix, size, row, column, ratio);
    }
    if (change < 1e-10) break;
  }
  return right;
}

const mostRounds = 1000;

function listGaps(matrix: Float64Array, size: number) {
  const gaps: { readonly row: number; readonly column: number }[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = row + 1; column < size; column += 1) {
      if (matrix[row * size + column] === 0) gaps.push({ row, column });
    }
  }
  return gaps;
}

function fillGap(matrix: Float64Array, size: number, row: number, column: number, ratio: number) {
  matrix[row * size + column] = ratio;
  matrix[column * size + row] = 1 / ratio;
}

function ratioOf(vector: readonly number[], a: number, b: number): number {
  return (vector[a] ?? 1) / (vector[b] ?? 1);
}

function transpose(matrix: Float64Array, size: number): Float64Array {
  return matrix.map((_, at) => matrix[(at % size) * size + Math.floor(at / size)] ?? 0);
}

/** Power iteration; the matrix is non-negative, linked, and its diagonal is at least 1. */
function findPrincipal(
  matrix: Float64Array,
  size: number,
  start: ArrayLike<number> = new Float64Array(size).fill(1 / size),
): Principal {
  let vector = Float64Array.from(start);
  let value = size;
  for (let round = 0; round < 10_000; round += 1) {
    const next = new Float64Array(size);
    let sum = 0;
    for (let row = 0; row < size; row += 1) {
      let cell = 0;
      for (let column = 0; column < size; column += 1) {
        cell += (matrix[row * size + column] ?? 0) * (vector[column] ?? 0);
      }
      next[row] = cell;
      sum += cell;
    }
    let change = 0;
    for (let row = 0; row < size; row += 1) {
      next[row] = (next[row] ?? 0) / sum;
      change = Math.max(change, Math.abs((next[row] ?? 0) - (vector[row] ?? 0)));
    }
    vector = next;
    // The entries sum to 1, so the sum of what they become is the eigenvalue.
    value = sum;
    if (change < 1e-15) break;
  }
  return { vector: [...vector], value };
}

function findUnlinked(size: number, pairs: readonly Comparison[]): number | null {
  const reached = new Set([0]);
  for (const at of reached) {
    for (const { a, b } of pairs) {
      if (a === at) reached.add(b);
      if (b === at) reached.add(a);
    }
  }
  for (let index = 0; index < size; index += 1) if (!reached.has(index)) return index;
  return null;
}
