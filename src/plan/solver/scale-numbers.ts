/**
 * Numbers as whole multiples of one step, so that solvers compare them without rounding:
 * 0.1 + 0.2 is 3 tenths here, not 0.30000000000000004.
 */
export interface ScaledNumbers {
  readonly integers: readonly number[];
  /** `integers[i] * step` is the number. */
  readonly step: number;
  /** False when the numbers had to be rounded to steps: they share none that is coarse enough. */
  readonly exact: boolean;
}

const MOST_DECIMALS = 6;
const MOST_PARTS = 1000;
/** Sums stay exact in a double, with room for the solvers' arithmetic. */
const GREATEST_EXACT_SUM = 2 ** 50;
/** Rounded numbers are worth nine digits of their sum: what a solver's tolerances can tell apart. */
const ROUNDED_SUM = 1e9;

export function scaleNumbers(numbers: readonly number[]): ScaledNumbers {
  const sum = numbers.reduce((total, value) => total + Math.abs(value), 0);
  for (const step of listSteps(numbers, sum)) {
    if (!numbers.every((value) => isMultiple(value, step))) continue;
    const integers = numbers.map((value) => Math.round(value / step));
    const divisor = integers.reduce(findCommonDivisor, 0) || 1;
    return {
      integers: integers.map((value) => value / divisor),
      step: divisor * step,
      exact: true,
    };
  }
  const step = 10 ** -Math.floor(Math.log10(ROUNDED_SUM / sum));
  return { integers: numbers.map((value) => Math.round(value / step)), step, exact: false };
}

// Decimals, then parts of the smallest number: thirds, or money a month counted by the week.
function* listSteps(numbers: readonly number[], sum: number): Generator<number> {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals += 1) {
    if (sum * 10 ** decimals <= GREATEST_EXACT_SUM) yield 1 / 10 ** decimals;
  }
  const sizes = numbers.map(Math.abs).filter((size) => size > 0);
  const smallest = sizes.reduce((least, size) => Math.min(least, size), Number.POSITIVE_INFINITY);
  for (let parts = 1; parts <= MOST_PARTS && sum * parts <= ROUNDED_SUM * smallest; parts += 1) {
    yield smallest / parts;
  }
}

function isMultiple(value: number, step: number): boolean {
  const count = value / step;
  return Math.abs(Math.round(count) - count) <= Math.max(1, Math.abs(count)) * 1e-12;
}

function findCommonDivisor(a: number, b: number): number {
  let [high, low] = [Math.abs(a), Math.abs(b)];
  while (low !== 0) [high, low] = [low, high % low];
  return high;
}

/** Sums as a person would: 0.1 + 0.2 is 0.3. */
export function sumDecimals(numbers: readonly number[]): number {
  return Number(numbers.reduce((sum, value) => sum + value, 0).toPrecision(15));
}

/** Whether a summed size keeps a limit, give or take what summing rounds. */
export function fitsIn(size: number, limit: number): boolean {
  return size <= limit + 1e-9 * Math.max(1, Math.abs(limit));
}
