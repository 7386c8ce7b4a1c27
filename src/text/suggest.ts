import { distance } from 'fastest-levenshtein';

/** The nearest of `known` to what was typed, or undefined when none is near enough to be meant. */
export function suggest(typed: string, known: Iterable<string>): string | undefined {
  const wanted = typed.toLowerCase();
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    const steps = editDistance(wanted, other);
    if (steps < bestDistance && steps <= maxDistance(wanted, other)) {
      best = candidate;
      bestDistance = steps;
    }
  }
  return best;
}

/** Letters to put in, take out or replace to make one word of the other. */
export function editDistance(a: string, b: string): number {
  return distance(a, b);
}

/** Half of a short word may be wrong, less when it does not even begin alike. */
function maxDistance(wanted: string, other: string): number {
  const share = wanted[0] === other[0] ? 0.5 : 0.4;
  return Math.min(3, Math.floor(wanted.length * share));
}

/** ` Did you mean ready?`, or nothing: to be put behind an error message. */
export function didYouMean(typed: string, known: Iterable<string>): string {
  const best = suggest(typed, known);
  return best === undefined ? '' : ` Did you mean ${best}?`;
}
