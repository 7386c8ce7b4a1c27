import { distance } from 'fastest-levenshtein';

/** The nearest of `known` to what was typed, or undefined when none is near enough to be meant. */
export function suggest(typed: string, known: Iterable<string>): string | undefined {
  const wanted = typed.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.min(3, Math.floor(wanted.length / 2)) + 1;
  for (const candidate of known) {
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps < bestDistance) {
      best = candidate;
      bestDistance = steps;
    }
  }
  return best;
}

/** ` Did you mean ready?`, or nothing: to be put behind an error message. */
export function didYouMean(typed: string, known: Iterable<string>): string {
  const best = suggest(typed, known);
  return best === undefined ? '' : ` Did you mean ${best}?`;
}
