/**
 * How many times more processor time `run` takes at four times the size: about 4 where it grows
 * with the size, 16 where it grows with its square. Both sizes are measured in one run, the best
 * of three each, so that a loaded machine slows both alike. What is too quick to measure even at
 * the larger size counts as 1.
 */
export function growthOf(run: (size: number) => void, size: number): number {
  // Most are quick, and then one run says so.
  if (milliseconds(() => run(size * 4)) < measurable) return 1;
  // The machine may slow one size alone; what grows with the square does so each time.
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5 && least >= linearGrowth; attempt += 1) {
    // Four times, so that what disturbs a measurement weighs no more on the small size.
    const small =
      fastest(() => {
        for (let round = 0; round < 4; round += 1) run(size);
      }) / 4;
    const large = fastest(() => run(size * 4));
    least = Math.min(least, large < measurable ? 1 : large / Math.max(small, 1));
  }
  return least;
}

/** Between linear and quadratic growth, with room on both sides. */
export const linearGrowth = 10;

/** Milliseconds; below, the clock and the garbage collector say more than the code. */
const measurable = 40;

function fastest(run: () => void): number {
  return Math.min(...[1, 2, 3].map(() => milliseconds(run)));
}

/** Of this process alone: what else the machine does counts for nothing. */
function milliseconds(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
