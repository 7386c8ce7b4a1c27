import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { compareText } from '../text/words.js';

/**
 * Order keys: fractional indices (https://observablehq.com/@dgreensp/implementing-fractional-indexing),
 * one per item, compared by code unit. A key can always be made between two different ones, so
 * moving an item changes one file (docs/design.md).
 */
export interface RankedItem {
  readonly id: string;
  readonly rank?: string | null | undefined;
}

export interface OrderedItem {
  readonly id: string;
  readonly rank?: string | null | undefined;
  /** `YYYY-MM-DD`; orders items that have no usable rank. */
  readonly created?: string | null | undefined;
}

export interface RankChange {
  readonly id: string;
  readonly rank: string;
}

export type PlacePosition =
  | { readonly kind: 'top' }
  | { readonly kind: 'bottom' }
  | { readonly kind: 'before' | 'after'; readonly id: string };

/** Longer keys are re-spread with their neighbours when a move would write one. */
export const LONGEST_KEY = 32;
/** A re-spread makes room for a while, so that the next move there does not need another. */
const SPREAD_KEY = 16;

/** Whether `fractional-indexing` takes the text as a key: it throws on any other. */
export function isOrderKey(text: unknown): text is string {
  if (typeof text !== 'string' || !/^[A-Za-z][0-9A-Za-z]+$/.test(text)) return false;
  const head = text.charCodeAt(0);
  const integerLength = head >= 97 ? head - 97 + 2 : 90 - head + 2;
  if (text.length < integerLength) return false;
  if (text.length > integerLength) return !text.endsWith('0');
  // Nothing stands below the smallest integer, so the package refuses it.
  return !/^A0+$/.test(text);
}

export function compareOrderKeys(a: string, b: string): number {
  return compareText(a, b);
}

/** A key strictly between two keys; null is an open end. Throws a RangeError unless a < b. */
export function keyBetween(a: string | null, b: string | null): string {
  assertRange(a, b);
  return generateKeyBetween(a, b);
}

/** `count` keys in ascending order, strictly between two keys; null is an open end. */
export function keysBetween(a: string | null, b: string | null, count: number): string[] {
  assertRange(a, b);
  return generateNKeysBetween(a, b, count);
}

// The package swaps bounds given the wrong way round, which would put an item in the wrong place.
function assertRange(a: string | null, b: string | null): void {
  for (const key of [a, b]) {
    if (key !== null && !isOrderKey(key)) throw new RangeError(`not an order key: ${key}`);
  }
  if (a !== null && b !== null && a >= b) throw new RangeError(`no key between ${a} and ${b}`);
}

/**
 * The backlog's total order: by rank, equal ranks (two branches, one spot) by id; items without a
 * usable rank last, by `created` (unknown last), then id. The same on every machine and branch,
 * whatever order they are given in.
 */
export function orderItems<T extends OrderedItem>(
  entries: readonly T[],
  settleTie: SettleTie<T> = noTie,
): T[] {
  return entries
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort((a, b) => compareKeyed(a.entry, a.key, b.entry, b.key, settleTie))
    .map(({ entry }) => entry);
}

/** Both lists, each in the order that `orderItems` gives, as one: quick where `few` are few. */
export function insertItems<T extends OrderedItem>(
  ordered: readonly T[],
  few: readonly T[],
  settleTie: SettleTie<T> = noTie,
): readonly T[] {
  if (few.length === 0) return ordered;
  const all: T[] = [];
  let done = 0;
  for (const entry of few) {
    const place = findPlace(ordered, entry, done, settleTie);
    for (; done < place; done += 1) all.push(ordered[done] as T);
    all.push(entry);
  }
  for (; done < ordered.length; done += 1) all.push(ordered[done] as T);
  return all;
}

/** The first index, `from` or later, of what comes after an entry. */
function findPlace<T extends OrderedItem>(
  ordered: readonly T[],
  entry: T,
  from: number,
  settleTie: SettleTie<T>,
): number {
  const key = keyOf(entry);
  let low = from;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = ordered[middle] as T;
    if (compareKeyed(other, keyOf(other), entry, key, settleTie) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Orders two with one id. */
type SettleTie<T> = (a: T, b: T) => number;

const noTie = () => 0;

function keyOf({ rank }: OrderedItem): string | null {
  return isOrderKey(rank) ? rank : null;
}

/** Keys are handed in, as reading them takes longer than comparing. */
function compareKeyed<T extends OrderedItem>(
  a: T,
  aKey: string | null,
  b: T,
  bKey: string | null,
  settleTie: SettleTie<T>,
): number {
  if (aKey !== null && bKey !== null) {
    return compareOrderKeys(aKey, bKey) || compareText(a.id, b.id) || settleTie(a, b);
  }
  if (aKey !== null) return -1;
  if (bKey !== null) return 1;
  return compareUnranked(a, b) || settleTie(a, b);
}

function compareUnranked(a: OrderedItem, b: OrderedItem): number {
  const [first, second] = [a.created ?? null, b.created ?? null];
  if (first === second) return compareText(a.id, b.id);
  if (first === null) return 1;
  if (second === null) return -1;
  return compareText(first, second);
}

/**
 * The fewest rank changes that put `movedIds`, in the order given, at a position. Among equally
 * few, the ones that change the moved items. Items without rank stay without one where the order
 * does not need it: the ones that end up before a ranked item get one.
 *
 * @param entriesInOrder the backlog as `orderItems` gives it; moved ids not in it are new items
 * @throws RangeError when the position names an item that is absent or is itself moved
 */
export function placeItem(
  entriesInOrder: readonly RankedItem[],
  movedIds: readonly string[],
  position: PlacePosition,
): RankChange[] {
  const moved = new Set(movedIds);
  const rest = entriesInOrder.filter((entry) => !moved.has(entry.id));
  const at = findPosition(rest, position);
  const [only] = moved;
  if (only !== undefined && moved.size === 1) {
    const own = entriesInOrder.find(({ id }) => id === only);
    // One without a rank may stand there already, by its day.
    const isPlain = own === undefined || isOrderKey(own.rank);
    const changes = isPlain ? placeBetween(rest, at, own ?? { id: only }) : null;
    if (changes) return changes;
  }
  const present = new Map(entriesInOrder.map((entry, index) => [entry.id, index]));
  const movedItems = [...moved].map((id) => entriesInOrder[present.get(id) ?? -1] ?? { id });
  const desired = [...rest.slice(0, at), ...movedItems, ...rest.slice(at)];

  return reorderItems(entriesInOrder, desired, moved);
}

/**
 * The fewest rank changes that make items stand in the order desired: the longest increasing
 * subsequence of their keys stays, the others get keys in between. Items without rank stay without
 * one where they come last in their natural order. O(n log n).
 *
 * @param entriesInOrder the items as `orderItems` gives them; those desired may have new ones
 * @param moved items to change rather than others, where the number of changes is equal
 */
export function reorderItems(
  entriesInOrder: readonly RankedItem[],
  desired: readonly RankedItem[],
  moved: ReadonlySet<string> = new Set(),
): RankChange[] {
  const present = new Map(entriesInOrder.map((entry, index) => [entry.id, index]));
  const ranked = desired.slice(0, countItemsToRank(desired, present));
  return listChanges(ranked, findKeptKeys(ranked, moved));
}

/** What nearly every move comes to: one key between two. Null where it takes more than that. */
function placeBetween(
  rest: readonly RankedItem[],
  at: number,
  { id, rank }: RankedItem,
): RankChange[] | null {
  const neighbours = [rest[at - 1], rest[at]].filter((entry) => entry !== undefined);
  if (!neighbours.every((entry) => isOrderKey(entry.rank))) return null;
  const lower = rest[at - 1]?.rank ?? null;
  const upper = rest[at]?.rank ?? null;
  if (lower !== null && upper !== null && lower >= upper) return null;
  // Its id alone may have it stand there already.
  if (isOrderKey(rank) && (rank === lower || rank === upper)) return null;
  const isThere =
    (lower === null || lower < (rank ?? '')) && (upper === null || (rank ?? '') < upper);
  if (isOrderKey(rank) && isThere) return [];
  const [key = ''] = keysBetween(lower, upper, 1);
  return key.length > LONGEST_KEY ? null : [{ id, rank: key }];
}

function findPosition(rest: readonly RankedItem[], position: PlacePosition): number {
  if (position.kind === 'top') return 0;
  if (position.kind === 'bottom') return rest.length;
  const index = rest.findIndex((entry) => entry.id === position.id);
  if (index === -1) throw new RangeError(`no item ${position.id} to place ${position.kind}`);
  return position.kind === 'before' ? index : index + 1;
}

// A tail of unranked items that already stand in their natural order needs no keys.
function countItemsToRank(
  desired: readonly RankedItem[],
  present: ReadonlyMap<string, number>,
): number {
  let length = desired.length;
  let next = Number.POSITIVE_INFINITY;
  while (length > 0) {
    const entry = desired[length - 1];
    const index = entry && present.get(entry.id);
    if (!entry || index === undefined || isOrderKey(entry.rank) || index > next) break;
    next = index;
    length -= 1;
  }
  return length;
}

/**
 * Which items keep their keys: the heaviest subsequence with strictly ascending keys, where
 * neighbours with equal keys may follow each other too (nothing fits between them, so only direct
 * neighbours). A prefix-maximum (Fenwick) tree over the sorted keys makes it O(n log n).
 */
function findKeptKeys(items: readonly RankedItem[], moved: ReadonlySet<string>): boolean[] {
  const keys = items.map((item) => (isOrderKey(item.rank) ? item.rank : null));
  const levels = numberKeys(keys);
  const tree = new Int32Array(levels.size + 1).fill(-1);
  const weights = new Float64Array(items.length);
  const previous = new Int32Array(items.length).fill(-1);
  let last = -1;

  const weigh = (index: number) => (index === -1 ? 0 : (weights[index] ?? 0));
  for (let index = 0; index < items.length; index += 1) {
    const key = keys[index] ?? null;
    const item = items[index];
    if (key === null || !item) continue;
    const level = levels.get(key) ?? 0;
    let best = -1;
    for (let node = level - 1; node > 0; node -= node & -node) {
      if (weigh(tree[node] ?? -1) > weigh(best)) best = tree[node] ?? -1;
    }
    const before = items[index - 1];
    const followsEqual = before && keys[index - 1] === key && before.id < item.id;
    if (followsEqual && weigh(index - 1) >= weigh(best)) best = index - 1;
    previous[index] = best;
    // One more kept key always outweighs which item it belongs to.
    weights[index] = weigh(best) + items.length + 1 + (moved.has(item.id) ? 0 : 1);
    for (let node = level; node <= levels.size; node += node & -node) {
      if (weigh(index) > weigh(tree[node] ?? -1)) tree[node] = index;
    }
    if (weigh(index) > weigh(last)) last = index;
  }

  const kept = items.map(() => false);
  for (let index = last; index !== -1; index = previous[index] ?? -1) kept[index] = true;
  return kept;
}

function numberKeys(keys: readonly (string | null)[]): Map<string, number> {
  // Without a comparison, text sorts by code unit, as keys do, and several times faster.
  const distinct = [...new Set(keys.filter((key) => key !== null))].sort();
  return new Map(distinct.map((key, index) => [key, index + 1]));
}

function listChanges(items: readonly RankedItem[], kept: readonly boolean[]): RankChange[] {
  const keys = fillKeys(items, kept);
  return items.flatMap(({ id, rank }, index) => {
    const key = keys[index];
    return key === undefined || key === rank ? [] : [{ id, rank: key }];
  });
}

// Gives every stretch of items without a kept key new keys between its neighbours, from the top.
function fillKeys(items: readonly RankedItem[], kept: readonly boolean[]): string[] {
  const keys = items.map((item, index) => (kept[index] ? (item.rank ?? null) : null));
  for (let index = 0; index < keys.length; index += 1) {
    if (keys[index] !== null) continue;
    let end = index;
    while (keys[end] === null) end += 1;
    const stretch = spreadKeys(keys, index, end);
    keys.splice(stretch.start, stretch.keys.length, ...stretch.keys);
    index = stretch.start + stretch.keys.length - 1;
  }
  return keys.filter((key) => key !== null);
}

// Widens the stretch, more each time, until its keys are short enough: a re-spread stays local.
function spreadKeys(
  keys: readonly (string | null)[],
  from: number,
  to: number,
): { readonly start: number; readonly keys: readonly string[] } {
  let start = from;
  let end = to;
  for (let step = 1; ; step *= 2) {
    const lower = keys[start - 1] ?? null;
    const upper = keys[end] ?? null;
    const isWhole = start === 0 && end === keys.length;
    if (lower === null || upper === null || lower < upper) {
      const spread = keysBetween(lower, upper, end - start);
      const longest = step === 1 ? LONGEST_KEY : SPREAD_KEY;
      if (isWhole || spread.every((key) => key.length <= longest)) return { start, keys: spread };
    }
    start = Math.max(0, start - step);
    end = Math.min(keys.length, end + step);
    while (end < keys.length && keys[end] === null) end += 1;
  }
}
