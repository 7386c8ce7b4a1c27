import { distance } from 'fastest-levenshtein';

/** The nearest of `known` to what was typed, or undefined when none is near enough to be meant. */
export function suggest(typed: string, known: Iterable<string>): string | undefined {
  const wanted = typed.toLowerCase();
  let best: string | undefined;
  // Two slips in a word of five: more of it changed is another word.
  let bestDistance = Math.min(3, Math.max(1, Math.floor(wanted.length * 0.4))) + 1;
  if (wanted.length < 2) return undefined;
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
