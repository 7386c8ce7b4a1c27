/** Two documents, by index, and the cosine of the angle between their vectors. */
export interface SimilarPair {
  readonly a: number;
  readonly b: number;
  readonly cosine: number;
}

/** Longer posting lists belong to words that say little: what only they share is not alike. */
const MOST_POSTINGS = 2_000;
/** Candidates looked at for one document, so that a crowd of near equals stays cheap. */
const MOST_CANDIDATES = 2_000;

/** Nothing is nearer. */
const SAME = 1 - 1e-9;

interface Vector {
  /** Term numbers, the rarest first, and their weights; the length of the vector is 1. */
  readonly terms: Int32Array;
  readonly weights: Float64Array;
  /** The length of the vector from each term on. */
  readonly rests: Float64Array;
}

/**
 * For each document the nearest earlier one whose TF-IDF cosine is at least `threshold`, in order.
 * Two vectors that close must share a term of their prefix: the rarest terms, up to where what is
 * left is too short to reach the threshold. So only prefixes are indexed (Bayardo, Ma, Srikant:
 * Scaling up all pairs similarity search, WWW 2007), with posting lists capped.
 */
export function findNearest(
  documents: readonly (readonly string[])[],
  threshold: number,
): readonly SimilarPair[] {
  const vectors = weighTerms(documents);
  const postings = new Map<number, number[]>();
  const seen = new Int32Array(documents.length).fill(-1);
  const scores = new Float64Array(termCount(vectors));
  const pairs: SimilarPair[] = [];
  for (let b = 0; b < vectors.length; b += 1) {
    const vector = vectors[b];
    if (vector === undefined || vector.terms.length === 0) continue;
    const { terms, weights } = vector;
    for (let t = 0; t < terms.length; t += 1) scores[terms[t] ?? 0] = weights[t] ?? 0;
    const prefix = prefixLength(weights, threshold);
    let best = threshold - 1e-9;
    let nearest = -1;
    let looked = 0;
    for (let t = 0; t < prefix; t += 1) {
      for (const a of postings.get(terms[t] ?? 0) ?? []) {
        if (seen[a] === b) continue;
        seen[a] = b;
        looked += 1;
        const other = vectors[a];
        const cosine = other === undefined ? 0 : dotAbove(other, scores, best);
        if (cosine > best) {
          best = cosine;
          nearest = a;
        }
        if (looked >= MOST_CANDIDATES || best > SAME) break;
      }
      if (looked >= MOST_CANDIDATES || best > SAME) break;
    }
    if (nearest !== -1) pairs.push({ a: nearest, b, cosine: Math.min(1, best) });
    for (let t = 0; t < terms.length; t += 1) {
      const term = terms[t] ?? 0;
      scores[term] = 0;
      if (t >= prefix) continue;
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [b]);
      else if (list.length < MOST_POSTINGS) list.push(b);
    }
  }
  return pairs;
}

/** TF-IDF vectors of length 1; idf is ln(1 + N / df), so that words all share still count. */
export function weighTerms(documents: readonly (readonly string[])[]): readonly Vector[] {
  const numbers = new Map<string, number>();
  const frequency: number[] = [];
  const counted = documents.map((document) => {
    const counts = new Map<number, number>();
    for (const word of document) {
      const known = numbers.get(word);
      const term = known ?? numbers.size;
      if (known === undefined) numbers.set(word, term);
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    for (const term of counts.keys()) frequency[term] = (frequency[term] ?? 0) + 1;
    return counts;
  });
  const idf = (term: number) => Math.log(1 + documents.length / (frequency[term] ?? 1));
  return counted.map((counts) => {
    const terms = [...counts.keys()].sort(
      (a, b) => (frequency[a] ?? 0) - (frequency[b] ?? 0) || a - b,
    );
    const raw = terms.map((term) => (counts.get(term) ?? 0) * idf(term));
    const length = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, 0));
    const weights = Float64Array.from(raw, (weight) => (length === 0 ? 0 : weight / length));
    return { terms: Int32Array.from(terms), weights, rests: measureRests(weights) };
  });
}

function measureRests(weights: Float64Array): Float64Array {
  const rests = new Float64Array(weights.length);
  let squares = 0;
  for (let t = weights.length - 1; t >= 0; t -= 1) {
    squares += (weights[t] ?? 0) ** 2;
    rests[t] = Math.sqrt(squares);
  }
  return rests;
}

function termCount(vectors: readonly Vector[]): number {
  let most = 0;
  for (const { terms } of vectors) for (const term of terms) most = Math.max(most, term + 1);
  return most;
}

/** How many of the rarest terms it takes until the rest is shorter than the threshold. */
function prefixLength(weights: Float64Array, threshold: number): number {
  let rest = 1;
  for (let t = 0; t < weights.length; t += 1) {
    if (rest < threshold * threshold - 1e-9) return t;
    rest -= (weights[t] ?? 0) ** 2;
  }
  return weights.length;
}

/** The dot product with `scores`; 0 as soon as what is left cannot bring it above `least`. */
function dotAbove({ terms, weights, rests }: Vector, scores: Float64Array, least: number): number {
  let sum = 0;
  for (let t = 0; t < terms.length; t += 1) {
    if (sum + (rests[t] ?? 0) <= least) return 0;
    sum += (weights[t] ?? 0) * (scores[terms[t] ?? 0] ?? 0);
  }
  return sum;
}
