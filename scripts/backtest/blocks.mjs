/**
 * The stationary bootstrap (Politis & Romano 1994): runs of neighbouring sprints, of a mean length,
 * from the whole history, so that good and bad times stay together.
 */
export function resampleBlocks(meanLength, trials) {
  return (history, horizon, seed) => {
    const random = parkMiller(1 + Number(seed));
    const totals = new Float64Array(trials);
    for (let trial = 0; trial < trials; trial += 1) {
      let index = Math.floor(random() * history.length);
      for (let period = 0; period < horizon; period += 1) {
        totals[trial] += history[index];
        index =
          random() < 1 / meanLength
            ? Math.floor(random() * history.length)
            : (index + 1) % history.length;
      }
    }
    return totals.sort();
  };
}

/** Park & Miller's minimal standard generator (1988): numbers in (0, 1). */
export function parkMiller(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
