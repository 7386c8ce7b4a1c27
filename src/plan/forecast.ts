import { seedRandom } from '../text/random.js';
import { createSampler, type Resampling, type Sampler } from './resample.js';

/** The confidences forecasts are given at. */
export const confidences = [0.5, 0.7, 0.85, 0.95] as const;

/** Fewer periods than this are too little history for a forecast. */
export const fewestSamples = 5;

/** Work still running after so many periods (20 years of two weeks) counts as never done. */
const mostPeriods = 520;

/** Sums of fractions, such as 0.1 + 0.2, meet what they should. */
const tolerance = 1e-9;

export interface Simulation {
  /** What each past period delivered, oldest first: points, items; at least one. */
  readonly history: readonly number[];
  readonly resampling: Resampling;
  readonly trials: number;
  readonly seed: string;
  /** Delivered already in the period that runs now; the first period drawn has done that much. */
  readonly already?: number;
  /** The share of its pace that a period has, 0 to 1: days off take the rest. @param from 1 */
  readonly presence?: ((period: number) => number) | undefined;
}

export interface WorkForecast extends Simulation {
  /** Sizes in the order the work is done; null: not estimated. */
  readonly pieces: readonly (number | null)[];
  /** What the size of a piece without estimate is drawn from; without any, it counts nothing. */
  readonly sizes: readonly number[];
  /** Least and most that the work grows by, as a share of it: [0, 0.3]. Each trial draws its own. */
  readonly growth?: readonly [least: number, most: number];
}

/** When a piece is done, over all trials. */
export interface Completion {
  /** How many trials finished it in the first, second, … period. */
  readonly counts: readonly number[];
  readonly trials: number;
}

/**
 * Imagines many futures from the past (Monte Carlo, as D. Vacanti, "Actionable Agile Metrics for
 * Predictability", 2015): in each, periods are drawn until all pieces are done, one after another.
 *
 * @returns for each piece when it and all before it are done
 */
export function forecastWork(request: WorkForecast): readonly Completion[] {
  const { pieces, sizes, trials, growth = [0, 0] } = request;
  // Each stream of its own: a day off, or one item more, changes what a trial reaches and not what
  // the next one draws, so that more work or less time never makes a date earlier.
  const streams = openStreams(request.seed);
  const sampler = createSampler(request.history, request.resampling, streams.periods);
  const counts = pieces.map((): number[] => []);
  for (let trial = 0; trial < trials; trial += 1) {
    streams.restart(trial);
    const random = streams.sizes;
    const factor = 1 + growth[0] + (growth[1] - growth[0]) * (growth[1] > growth[0] ? random() : 0);
    const future = startFuture(sampler, request);
    let needed = 0;
    for (const [index, piece] of pieces.entries()) {
      needed += (piece ?? drawSize(sizes, random)) * factor;
      const period = future.reach(needed);
      const row = counts[index];
      if (row && period !== null) row[period - 1] = (row[period - 1] ?? 0) + 1;
    }
  }
  return counts.map((row) => ({ counts: Array.from(row, (count) => count ?? 0), trials }));
}

function openStreams(seed: string) {
  let periods = seedRandom(seed);
  let sizes = periods;
  return {
    periods: () => periods(),
    sizes: () => sizes(),
    restart(trial: number) {
      periods = seedRandom(`${seed} ${trial}`);
      sizes = seedRandom(`${seed} ${trial} sizes`);
    },
  };
}

const always = () => 1;

function startFuture(sampler: Sampler, { already = 0, presence = always }: Simulation) {
  sampler.restart();
  let period = 1;
  let delivered = Math.max(0, sampler.draw() * presence(period) - already);
  return {
    /** The period in which that much has been delivered, or null. */
    reach(needed: number): number | null {
      while (delivered < needed - tolerance && period < mostPeriods) {
        period += 1;
        delivered += sampler.draw() * presence(period);
      }
      return delivered < needed - tolerance ? null : period;
    },
  };
}

function drawSize(sizes: readonly number[], random: () => number): number {
  return sizes[Math.floor(random() * sizes.length)] ?? 0;
}

/** The period by whose end the work is done with this confidence; null: not within reach. */
export function periodAt({ counts, trials }: Completion, confidence: number): number | null {
  let done = 0;
  const index = counts.findIndex((count) => {
    done += count;
    return done >= confidence * trials - tolerance;
  });
  return index === -1 ? null : index + 1;
}

/** The share of trials in which the work is done within so many periods. */
export function chanceWithin({ counts, trials }: Completion, periods: number): number {
  return counts.slice(0, Math.max(0, periods)).reduce((sum, count) => sum + count, 0) / trials;
}

/** What so many periods deliver together, in each trial, least first. */
export function forecastAmount(request: Simulation, periods: number): Float64Array {
  const { already = 0, presence = always } = request;
  const streams = openStreams(request.seed);
  const sampler = createSampler(request.history, request.resampling, streams.periods);
  const totals = new Float64Array(request.trials);
  for (let trial = 0; trial < request.trials; trial += 1) {
    streams.restart(trial);
    sampler.restart();
    let total = 0;
    for (let period = 1; period <= periods; period += 1) {
      total += Math.max(0, sampler.draw() * presence(period) - (period === 1 ? already : 0));
    }
    totals[trial] = total;
  }
  return totals.sort();
}

/** The most that is reached with this confidence. @param totals least first */
export function amountAt(totals: Float64Array, confidence: number): number {
  const reached = Math.ceil(confidence * totals.length - tolerance);
  return totals[totals.length - reached] ?? 0;
}
