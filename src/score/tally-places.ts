export interface PlaceRange {
  /** Better than this place in at most one case in ten. */
  readonly p10: number;
  readonly p50: number;
  /** Worse than this place in at most one case in ten. */
  readonly p90: number;
}

export interface PlaceTally {
  /** Counts one order: which item stands at each place. */
  readonly add: (order: Int32Array) => void;
  readonly countTop: (item: number) => number;
  readonly rangeOf: (item: number, draws: number) => PlaceRange;
}

/** Above this many items, places are counted in bins, to keep the table from growing squared. */
const MOST_BINS = 2048;

export function makePlaceTally(size: number, top: number): PlaceTally {
  const width = Math.max(1, Math.ceil(size / MOST_BINS));
  const bins = Math.ceil(size / width);
  const counts = new Uint32Array(size * bins);
  const tops = new Uint32Array(size);
  const binOf = Int32Array.from({ length: size }, (_, place) => Math.floor(place / width));

  const add = (order: Int32Array) => {
    for (let place = 0; place < size; place += 1) {
      const at = (order[place] ?? 0) * bins + (binOf[place] ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (let place = 0; place < top && place < size; place += 1) {
      const item = order[place] ?? 0;
      tops[item] = (tops[item] ?? 0) + 1;
    }
  };
  const findQuantile = (item: number, wanted: number) => {
    let seen = 0;
    for (let bin = 0; bin < bins; bin += 1) {
      seen += counts[item * bins + bin] ?? 0;
      if (seen >= wanted) return Math.min(size, bin * width + Math.ceil(width / 2));
    }
    return size;
  };
  return {
    add,
    countTop: (item) => tops[item] ?? 0,
    rangeOf: (item, draws) => ({
      p10: findQuantile(item, draws * 0.1),
      p50: findQuantile(item, draws * 0.5),
      p90: findQuantile(item, draws * 0.9),
    }),
  };
}
