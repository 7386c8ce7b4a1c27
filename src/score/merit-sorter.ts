/** Sorts many lists of one length without allocating. */
export interface MeritSorter {
  /** Indexes by descending merit, equal ones ascending. The same array every time. */
  readonly sort: (merits: Float64Array) => Int32Array;
}

/**
 * A typed array of plain numbers sorts several times faster than an array with a comparison. So
 * each merit becomes a whole number below 2^53: the leading bits of its floating point form, which
 * ascend as the numbers do, then the index. Merits that differ by less than about one part in a
 * thousand million count as equal (for 1,000 items; 2^-27 for 10,000).
 */
export function makeMeritSorter(size: number): MeritSorter {
  const indexBits = Math.max(1, Math.ceil(Math.log2(Math.max(2, size))));
  const room = 2 ** indexBits;
  const lowRoom = 2 ** (21 - Math.min(21, indexBits));
  const lowScale = 2 ** 32 / lowRoom;
  const double = new Float64Array(1);
  const words = new Uint32Array(double.buffer);
  // The order of the two halves is the machine's.
  double[0] = 1;
  const highWord = words[1] === 0 ? 0 : 1;
  const keys = new Float64Array(size);
  const order = new Int32Array(size);

  const sort = (merits: Float64Array) => {
    for (let index = 0; index < size; index += 1) {
      // Ascending keys, so the greatest merit must be the least; 0 − x also rids us of −0.
      double[0] = 0 - (merits[index] ?? 0);
      let high = words[highWord] ?? 0;
      let low = words[1 - highWord] ?? 0;
      if (high >= 0x80000000) {
        high = ~high >>> 0;
        low = ~low >>> 0;
      } else {
        high += 0x80000000;
      }
      keys[index] = (high * lowRoom + Math.floor(low / lowScale)) * room + index;
    }
    keys.sort();
    for (let place = 0; place < size; place += 1) {
      const key = keys[place] ?? 0;
      order[place] = key - Math.floor(key / room) * room;
    }
    return order;
  };
  return { sort };
}
