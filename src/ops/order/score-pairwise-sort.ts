/** What a pairwise sort needs next, or has found. */
export type SortStep =
  | {
      readonly kind: 'ask';
      readonly first: string;
      readonly second: string;
      /** Questions still to come at most, this one included. */
      readonly atMost: number;
    }
  | {
      readonly kind: 'sorted';
      /** What matters most first; those said to matter the same are in one group. */
      readonly groups: readonly (readonly string[])[];
    };

/**
 * The next question of a sort by "which matters more", given all answers so far. Merge insertion
 * (Ford and Johnson 1959; Knuth, TAOCP 3, 5.3.1) needs at most ⌈log₂(3k/4)⌉ answers summed over
 * k = 1 … n: 22 for 10 items, 66 for 21. Items that come later are put among the sorted ones by
 * halving.
 *
 * It keeps no state: the sort is done again from the answers, so it goes on wherever it stopped,
 * and whatever follows from answers is not asked. Depends on the set of ids only, not their order.
 */
export function findNextPair(ids: Iterable<string>, answers: readonly PairAnswer[]): SortStep {
  const relation = relateAnswers(answers);
  const items = [...new Set(ids)].sort();
  const whole = sortWhole(items, relation);
  if (whole.kind === 'sorted') return whole;
  const oneByOne = sortOneByOne(items, relation);
  return oneByOne.kind === 'sorted' || oneByOne.atMost < whole.atMost ? oneByOne : whole;
}

function sortWhole(items: readonly string[], relation: Relation): SortStep {
  const sort = mergeInsertion(items);
  let known = 0;
  let step = sort.next();
  while (!step.done) {
    const [first, second] = step.value;
    const order = relation.compare(first, second);
    if (order === null) {
      return { kind: 'ask', first, second, atMost: countAtMost(items.length) - known };
    }
    known += 1;
    step = sort.next(order);
  }
  return { kind: 'sorted', groups: groupEqual(step.value.toReversed(), relation) };
}

/** Puts each item among those before it, the ones that most is known of first. */
function sortOneByOne(items: readonly string[], relation: Relation): SortStep {
  const countKnown = (item: string) =>
    items.filter((other) => relation.compare(item, other) !== null).length;
  const order = items
    .map((item) => ({ item, known: countKnown(item) }))
    .sort((a, b) => b.known - a.known);
  const chain: string[] = [];
  for (const { item } of order) {
    const orders = chain.map((other) => relation.compare(item, other));
    const low = orders.findLastIndex((one) => one !== null && one >= 0) + 1;
    const above = orders.findIndex((one) => one !== null && one < 0);
    const high = above === -1 ? chain.length : above;
    if (low < high && orders[low - 1] !== 0) {
      const second = chain[(low + high) >> 1] ?? '';
      const later = items.slice(chain.length + 1).map((_, index) => chain.length + 1 + index);
      const atMost = [high - low, ...later].reduce((sum, places) => sum + countHalvings(places), 0);
      return { kind: 'ask', first: item, second, atMost };
    }
    chain.splice(low, 0, item);
  }
  return { kind: 'sorted', groups: groupEqual(chain.toReversed(), relation) };
}

/** Questions that find a place between, before or after so many items. */
function countHalvings(items: number): number {
  return Math.ceil(Math.log2(items + 1));
}

/** The most answers a sort of so many items needs. */
export function countAtMost(count: number): number {
  let sum = 0;
  for (let k = 2; k <= count; k += 1) sum += Math.ceil(Math.log2((3 * k) / 4));
  return sum;
}

function groupEqual(sorted: readonly string[], relation: Relation): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const id of sorted) {
    const last = groups.at(-1)?.[0];
    if (last !== undefined && relation.compare(last, id) === 0) groups.at(-1)?.push(id);
    else groups.push([id]);
  }
  return groups;
}

/** A pair to compare; answered with a number above 0 when its first matters more. */
type Pair = readonly [first: string, second: string];
type Sort = Generator<Pair, readonly string[], number>;

/** Sorts from what matters least to what matters most. */
function* mergeInsertion(items: readonly string[]): Sort {
  if (items.length < 2) return items;
  const loserOf = new Map<string, string>();
  for (let index = 0; index + 1 < items.length; index += 2) {
    const [first = '', second = ''] = items.slice(index, index + 2);
    const order = yield [first, second];
    if (order > 0) loserOf.set(first, second);
    else loserOf.set(second, first);
  }
  const winners = yield* mergeInsertion([...loserOf.keys()]);
  const losers = winners.map((winner) => loserOf.get(winner) ?? '');
  // The loser of the least winner is less than all of them without a question.
  const chain = [...losers.slice(0, 1), ...winners];
  const odd = items.length % 2 === 1 ? items.slice(-1) : [];
  const waiting = [...losers, ...odd];
  for (const index of insertionOrder(waiting.length)) {
    const item = waiting[index] ?? '';
    const winner = winners[index];
    yield* insert(chain, item, winner === undefined ? chain.length : chain.indexOf(winner));
  }
  return chain;
}

/**
 * Indexes of the waiting ones after the first, in groups that end at the Jacobsthal numbers 3, 5,
 * 11, 21, …, each group from its end: so every binary search runs over 2^k − 1 places.
 */
function insertionOrder(count: number): readonly number[] {
  const order: number[] = [];
  let [before, end] = [1, 3];
  while (before < count) {
    for (let index = Math.min(end, count); index > before; index -= 1) order.push(index - 1);
    [before, end] = [end, end + 2 * before];
  }
  return order;
}

/** Puts an item into a sorted chain somewhere below `limit`, by halving. */
function* insert(chain: string[], item: string, limit: number): Generator<Pair, void, number> {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = yield [item, chain[middle] ?? ''];
    if (order === 0) {
      chain.splice(middle + 1, 0, item);
      return;
    }
    if (order > 0) low = middle + 1;
    else high = middle;
  }
  chain.splice(low, 0, item);
}

/** How one item stands to another: it matters more, less, or the same. */
export type Verdict = 'more' | 'less' | 'same';

export interface PairAnswer {
  readonly first: string;
  readonly verdict: Verdict;
  readonly second: string;
}

/** All that follows from a number of answers. */
interface Relation {
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
