/** An item that was put elsewhere among those that were there before and after. */
export interface MovedItem {
  readonly id: string;
  /** How many places up; negative for down. */
  readonly places: number;
}

/**
 * Which items were moved from one order to another: the fewest that explain it, since the longest
 * run that kept its order (a longest increasing subsequence, by patience sorting) did not move.
 *
 * @param before ids in order; those that are not in `after` do not count, and the other way round
 */
export function findMoved(
  before: readonly string[],
  after: readonly string[],
): readonly MovedItem[] {
  const remaining = new Set(after);
  const old = before.filter((id) => remaining.has(id));
  const was = new Map(old.map((id, index) => [id, index]));
  const now = after.filter((id) => was.has(id));
  const places = now.map((id) => was.get(id) ?? 0);
  const kept = longestIncreasing(places);
  return now.flatMap((id, index): readonly MovedItem[] => {
    const up = (places[index] ?? 0) - index;
    return kept.has(index) || up === 0 ? [] : [{ id, places: up }];
  });
}

/** Indexes of a longest increasing subsequence of distinct numbers. */
function longestIncreasing(numbers: readonly number[]): ReadonlySet<number> {
  /** `ends[n]`: the index of the smallest number that ends a run of n + 1. */
  const ends: number[] = [];
  const previous: number[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at !== -1; at = previous[at] ?? -1) kept.add(at);
  return kept;
}
