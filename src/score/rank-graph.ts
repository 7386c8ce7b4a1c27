/** Items as indexes into the present order; both directions. */
export interface RankGraph {
  readonly blockers: readonly (readonly number[])[];
  readonly dependents: readonly (readonly number[])[];
}

interface Linked {
  readonly id: string;
  readonly depends: readonly string[];
}

// Most items wait for nothing: they share one list.
const none: number[] = [];

export function linkItems(items: readonly Linked[]): RankGraph {
  const indexes = new Map<string, number>();
  if (items.some(({ depends }) => depends.length > 0)) {
    for (let index = 0; index < items.length; index += 1) {
      indexes.set(items[index]?.id ?? '', index);
    }
  }
  const dependents: number[][] = new Array(items.length).fill(none);
  const blockers: (readonly number[])[] = new Array(items.length).fill(none);
  for (let index = 0; index < items.length; index += 1) {
    const depends = items[index]?.depends ?? [];
    if (depends.length === 0) continue;
    let found: number[] = none;
    for (const id of depends) {
      const blocker = indexes.get(id);
      if (blocker === undefined || found.includes(blocker)) continue;
      // A list that is pushed to from empty keeps room for sixteen more.
      if (found === none) found = [blocker];
      else found.push(blocker);
      const known = dependents[blocker] ?? none;
      if (known === none) dependents[blocker] = [index];
      else known.push(index);
    }
    blockers[index] = found;
  }
  return { blockers, dependents };
}

/** Everything reached from an item along one direction, the item itself left out. */
export function reachFrom(edges: RankGraph['blockers'], index: number): readonly number[] {
  const first = edges[index] ?? none;
  if (first.length === 0) return none;
  const reached = new Set(first);
  // A set is walked in the order of insertion, what is added meanwhile included.
  for (const at of reached) for (const next of edges[at] ?? none) reached.add(next);
  reached.delete(index);
  return [...reached];
}

/** For each item, the one among itself and its transitive dependents with the greatest merit. */
export function findDrivers(
  { blockers, dependents }: RankGraph,
  merits: ArrayLike<number>,
): Int32Array {
  const size = merits.length;
  // Loops here and below: a typed array's `from` walks an iterator, ten times as slowly.
  const drivers = new Int32Array(size);
  const waiting = countEach(dependents);
  const ready: number[] = [];
  for (let index = 0; index < size; index += 1) {
    drivers[index] = index;
    // An item without links can neither pull nor be pulled.
    if (waiting[index] === 0 && (blockers[index] ?? none).length > 0) ready.push(index);
  }
  for (let index = ready.pop(); index !== undefined; index = ready.pop()) {
    const driver = drivers[index] ?? index;
    for (const blocker of blockers[index] ?? none) {
      const held = drivers[blocker] ?? blocker;
      const gain = compareNumbers(merits[driver] ?? 0, merits[held] ?? 0);
      // Equal merits: the item itself, else the earliest, so that the answer does not hang on visits.
      if (gain > 0 || (gain === 0 && held !== blocker && driver < held)) drivers[blocker] = driver;
      waiting[blocker] = (waiting[blocker] ?? 0) - 1;
      if (waiting[blocker] === 0) ready.push(blocker);
    }
  }
  return drivers;
}

/**
 * Topological order (Kahn) that always takes the ready item of greatest merit, then of earliest
 * present place. A blocker's merit is at least its dependents', so merits descend throughout. Items
 * on a cycle, or waiting for one, never become ready and are left out.
 */
export function sortByMerit(
  { blockers, dependents }: RankGraph,
  merits: Float64Array,
): readonly number[] {
  const byMerit: number[] = [];
  for (let index = 0; index < merits.length; index += 1) byMerit.push(index);
  byMerit.sort((a, b) => compareNumbers(merits[b] ?? 0, merits[a] ?? 0) || a - b);
  const placeOf = new Int32Array(merits.length);
  for (let place = 0; place < byMerit.length; place += 1) placeOf[byMerit[place] ?? 0] = place;
  const isInOrder = blockers.every((list, index) =>
    list.every((blocker) => (placeOf[blocker] ?? 0) < (placeOf[index] ?? 0)),
  );
  if (isInOrder) return byMerit;

  const waiting = countEach(blockers);
  const heap: number[] = [];
  const order: number[] = [];
  for (let index = 0; index < waiting.length; index += 1) {
    if (waiting[index] === 0) pushHeap(heap, placeOf[index] ?? 0);
  }
  while (heap.length > 0) {
    const index = byMerit[popHeap(heap)] ?? 0;
    order.push(index);
    for (const dependent of dependents[index] ?? none) {
      const left = (waiting[dependent] ?? 0) - 1;
      waiting[dependent] = left;
      if (left === 0) pushHeap(heap, placeOf[dependent] ?? 0);
    }
  }
  return order;
}

function countEach(lists: RankGraph['blockers']): Int32Array {
  const counts = new Int32Array(lists.length);
  for (let index = 0; index < lists.length; index += 1) counts[index] = lists[index]?.length ?? 0;
  return counts;
}

// Infinities subtract to NaN.
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function pushHeap(heap: number[], value: number): void {
  let at = heap.push(value) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if ((heap[parent] ?? 0) <= value) break;
    heap[at] = heap[parent] ?? 0;
    at = parent;
  }
  heap[at] = value;
}

function popHeap(heap: number[]): number {
  const top = heap[0] ?? 0;
  const value = heap.pop() ?? 0;
  if (heap.length === 0) return top;
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    const right = child + 1;
    if (right < heap.length && (heap[right] ?? 0) < (heap[child] ?? 0)) child = right;
    if ((heap[child] ?? 0) >= value) break;
    heap[at] = heap[child] ?? 0;
    at = child;
  }
  heap[at] = value;
  return top;
}
