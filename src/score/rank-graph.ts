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
  const hasLinks = items.some(({ depends }) => depends.length > 0);
  const indexes = hasLinks ? new Map(items.map(({ id }, index) => [id, index])) : new Map();
  const dependents: number[][] = new Array(items.length).fill(none);
  const blockers = items.map(({ depends }, index): readonly number[] => {
    if (depends.length === 0) return none;
    const found = (depends.length > 1 ? [...new Set(depends)] : depends)
      .map((id) => indexes.get(id))
      .filter((at) => at !== undefined);
    for (const blocker of found) {
      const known = dependents[blocker] ?? none;
      if (known === none) dependents[blocker] = [index];
      else known.push(index);
    }
    return found;
  });
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
  const drivers = Int32Array.from({ length: size }, (_, index) => index);
  const waiting = Int32Array.from(dependents, (list) => list.length);
  const ready: number[] = [];
  for (let index = 0; index < size; index += 1) {
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
  const byMerit = Array.from(merits.keys()).sort(
    (a, b) => compareNumbers(merits[b] ?? 0, merits[a] ?? 0) || a - b,
  );
  const placeOf = new Int32Array(merits.length);
  for (let place = 0; place < byMerit.length; place += 1) placeOf[byMerit[place] ?? 0] = place;
  const isInOrder = blockers.every((list, index) =>
    list.every((blocker) => (placeOf[blocker] ?? 0) < (placeOf[index] ?? 0)),
  );
  if (isInOrder) return byMerit;

  const waiting = Int32Array.from(blockers, (list) => list.length);
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
