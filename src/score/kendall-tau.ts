/**
 * Rank correlation with ties, Kendall's tau-b: 1 the same order, −1 the reverse, null where one
 * side puts all alike (or there are fewer than two), so that there is nothing to compare. W. R.
 * Knight, "A Computer Method for Calculating Kendall's Tau with Ungrouped Data", Journal of the
 * American Statistical Association 61 (1966): O(n log n).
 *
 * @param a finite numbers
 * @param b as many finite numbers, in the same order
 */
export function kendallTau(a: readonly number[], b: readonly number[]): number | null {
  const order = a.map((_, index) => index);
  order.sort((i, j) => at(a, i) - at(a, j) || at(b, i) - at(b, j));
  const xs = Float64Array.from(order, (index) => at(a, index));
  const ys = Float64Array.from(order, (index) => at(b, index));

  const pairs = countPairs(order.length);
  const tiedX = countTies(order.length, (i) => xs[i] === xs[i - 1]);
  const tiedBoth = countTies(order.length, (i) => xs[i] === xs[i - 1] && ys[i] === ys[i - 1]);
  const swaps = sortCountingSwaps(ys);
  const tiedY = countTies(order.length, (i) => ys[i] === ys[i - 1]);

  const scale = Math.sqrt(pairs - tiedX) * Math.sqrt(pairs - tiedY);
  if (scale === 0) return null;
  const tau = (pairs - tiedX - tiedY + tiedBoth - 2 * swaps) / scale;
  return Math.max(-1, Math.min(1, tau));
}

function at(list: readonly number[], index: number): number {
  return list[index] ?? 0;
}

function countPairs(size: number): number {
  return (size * (size - 1)) / 2;
}

/** Pairs within the runs of equal neighbours. */
function countTies(size: number, isLikeLast: (index: number) => boolean): number {
  let ties = 0;
  let run = 1;
  for (let index = 1; index <= size; index += 1) {
    if (index < size && isLikeLast(index)) {
      run += 1;
    } else {
      ties += countPairs(run);
      run = 1;
    }
  }
  return ties;
}

/** Merge sort from small runs up; returns how many pairs stood the wrong way round. */
function sortCountingSwaps(values: Float64Array): number {
  const merged = new Float64Array(values.length);
  let swaps = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let left = start;
      let right = middle;
      for (let to = start; to < end; to += 1) {
        const takesRight =
          left === middle || (right < end && (values[right] ?? 0) < (values[left] ?? 0));
        if (takesRight) swaps += middle - left;
        merged[to] = values[takesRight ? right++ : left++] ?? 0;
      }
    }
    values.set(merged);
  }
  return swaps;
}
