import type { InputValue } from './define-model.js';

/** `1,204`, `87.5`, `2.83`: as many digits as tell scores of this size apart. */
export function makeScoreWriter(
  scores: readonly (number | null)[],
): (score: number | null) => string {
  const greatest = Math.max(0, ...scores.map((score) => Math.abs(score ?? 0)));
  const digits = greatest >= 1000 ? 0 : greatest >= 100 ? 1 : 2;
  return (score) => (score === null ? '' : score.toFixed(digits));
}

/** An input's value as it stands in a cell; counts of a survey as `A7 O33 M50`. */
export function writeInput(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(6)));
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : String(value);
  return Object.entries(value)
    .filter(([, count]) => count !== 0)
    .map(([category, count]) => `${category}${String(count)}`)
    .join(' ');
}

/** `(8 + 5 + 3) / 5`: a formula with an item's numbers in it; null where not all are numbers. */
export function writeSum(
  formula: string,
  inputs: ReadonlyMap<string, InputValue | null>,
): string | null {
  if ([...inputs.values()].some((value) => typeof value !== 'number')) return null;
  return formula.replace(/[A-Za-z_][\w-]*/g, (word) => {
    const value = inputs.get(word);
    return value === undefined ? word : writeInput(value);
  });
}
