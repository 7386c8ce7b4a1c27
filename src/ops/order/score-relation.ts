/** How one item stands to another: it matters more, less, or the same. */
export type Verdict = 'more' | 'less' | 'same';

export interface PairAnswer {
  readonly first: string;
  readonly verdict: Verdict;
  readonly second: string;
}

/** All that follows from a number of answers. */
export interface Relation {
  /** Above 0 when the first matters more, below 0 when less, 0 when the same; null: unknown. */
  compare(first: string, second: string): number | null;
  /** Answers that earlier ones rule out: they count for nothing. */
  readonly contradictions: readonly PairAnswer[];
}

/** Takes answers in, the first ones first: of answers that contradict each other, those hold. */
export function relateAnswers(answers: readonly PairAnswer[]): Relation {
  const groups = new Map<string, string>();
  const below = new Map<string, Set<string>>();

  const groupOf = (id: string): string => {
    let group = id;
    for (let up = groups.get(group); up !== undefined; up = groups.get(group)) group = up;
    return group;
  };
  // Walked once for each group, until the next answer changes what follows.
  const found = new Map<string, ReadonlySet<string>>();
  const findBelow = (from: string): ReadonlySet<string> => {
    const seen = new Set([from]);
    for (const group of seen) {
      for (const next of below.get(group) ?? []) seen.add(groupOf(next));
    }
    found.set(from, seen);
    return seen;
  };
  const isAbove = (from: string, to: string) => (found.get(from) ?? findBelow(from)).has(to);
  const compare = (first: string, second: string): number | null => {
    const [a, b] = [groupOf(first), groupOf(second)];
    if (a === b) return 0;
    if (isAbove(a, b)) return 1;
    return isAbove(b, a) ? -1 : null;
  };
  const join = (first: string, second: string) => {
    const [kept, gone] = [groupOf(first), groupOf(second)];
    groups.set(gone, kept);
    below.set(kept, new Set([...(below.get(kept) ?? []), ...(below.get(gone) ?? [])]));
  };
  const putAbove = (upper: string, lower: string) => {
    const group = groupOf(upper);
    below.set(group, new Set([...(below.get(group) ?? []), groupOf(lower)]));
  };

  const contradictions: PairAnswer[] = [];
  for (const answer of answers) {
    const { first, verdict, second } = answer;
    const known = compare(first, second);
    if (known !== null) {
      if (Math.sign(known) !== signs[verdict]) contradictions.push(answer);
      continue;
    }
    found.clear();
    if (verdict === 'same') join(first, second);
    else if (verdict === 'more') putAbove(first, second);
    else putAbove(second, first);
  }
  return { compare, contradictions };
}

const signs: Readonly<Record<Verdict, number>> = { more: 1, less: -1, same: 0 };
