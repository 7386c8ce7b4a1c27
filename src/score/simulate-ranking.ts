import { failure, type Result, success } from '../text/problem.js';
import { seedRandom } from '../text/random.js';
import type { InputRange, ScoreModel } from './define-model.js';
import type { Derivation } from './derive-scores.js';
import { makeDraws } from './draw-scores.js';
import { makePlaceFinder } from './find-place.js';
import { describeCycleIn, orderByMerit, type RankableItem, scoreStanding } from './ranking.js';
import { makePlaceTally, type PlaceRange } from './tally-places.js';

export interface SimulationOptions {
  /** 10,000 unless said: the chance of a place is then known to about one percent. */
  readonly draws?: number;
  readonly seed: string;
  /** How many places count as the top; 10 unless said. */
  readonly top?: number;
  readonly derivation?: Derivation;
}

export interface SimulatedPlace {
  readonly id: string;
  /** Its place when every range counts as its likeliest value. */
  readonly position: number;
  readonly score: number | null;
  /** How often it was among the top, from 0 to 1. */
  readonly chance: number;
  readonly places: PlaceRange;
  /** The one of its own inputs that moves it most; null when none is a range. */
  readonly mover: Mover | null;
}

export interface Mover {
  readonly key: string;
  readonly range: InputRange;
  /** Its place with that input at its low and its high end, all else at the likeliest. */
  readonly atLow: number;
  readonly atHigh: number;
}

export interface RankingSimulation {
  readonly seed: string;
  readonly draws: number;
  readonly top: number;
  /** How many items have a range among their inputs. */
  readonly uncertain: number;
  /** In ranked order. */
  readonly items: readonly SimulatedPlace[];
}

/**
 * How sure the order is: ranks the items many times over, each range drawn anew, blockers before
 * what they block every time. The same seed gives the same numbers.
 */
export function simulateRanking(
  items: readonly RankableItem[],
  model: ScoreModel,
  { draws = 10_000, seed, top = 10, derivation = {} }: SimulationOptions,
): Result<RankingSimulation> {
  const standing = scoreStanding(items, model, derivation);
  const order = orderByMerit(standing);
  const { present, scores, derived } = standing;
  if (order.indexes.length < present.length) return failure(describeCycleIn(present));

  const drawing = makeDraws(standing, order.indexes, model, seedRandom(seed));
  const sorter = makeApproximateSorter(order.indexes.length);
  const tally = makePlaceTally(order.indexes.length, top);
  for (let draw = 0; draw < draws; draw += 1) {
    drawing.next();
    tally.add(sorter.sort(drawing.merits));
  }
  const uncertain = scores.filter(({ ranges }) => ranges !== undefined).length;
  return success({
    seed,
    draws,
    top,
    uncertain,
    items: order.indexes.map((index, place) => ({
      id: present[index]?.id ?? '',
      position: place + 1,
      score: derived[index]?.score ?? null,
      chance: draws === 0 ? 0 : tally.countTop(place) / draws,
      places: tally.rangeOf(place, draws),
      mover: findMover(standing, order, model, index),
    })),
  });
}

/** One input at a time from end to end, as a tornado diagram does (Eschenbach, Interfaces 22(6), 1992). */
function findMover(
  standing: ReturnType<typeof scoreStanding>,
  order: ReturnType<typeof orderByMerit>,
  model: ScoreModel,
  index: number,
): Mover | null {
  const { ranges, inputs = {}, score = null } = standing.scores[index] ?? {};
  if (!ranges || score === null) return null;
  const { placeWith } = makePlaceFinder(standing, order, model, index);
  const swing = (key: string, end: number) => model.score({ ...inputs, [key]: end });
  const movers = Object.entries(ranges).map(([key, range]) => {
    const atLow = placeWith({ ...inputs, [key]: range.low }) ?? 0;
    const atHigh = placeWith({ ...inputs, [key]: range.high }) ?? 0;
    const places = Math.abs(atLow - atHigh);
    // Where nothing stands near, no input moves it: then the score says which would first.
    return {
      mover: { key, range, atLow, atHigh },
      places,
      swing: Math.abs(swing(key, range.low) - swing(key, range.high)),
    };
  });
  const [first, ...others] = movers;
  if (!first) return null;
  return others.reduce(
    (best, next) =>
      next.places > best.places || (next.places === best.places && next.swing > best.swing)
        ? next
        : best,
    first,
  ).mover;
}

/** Sorts many lists of one length without allocating. */
interface ApproximateSorter {
  /** Indexes by descending merit, equal ones ascending. The same array every time. */
  readonly sort: (merits: Float64Array) => Int32Array;
}

/**
 * A typed array of plain numbers sorts several times faster than an array with a comparison. So
 * each merit becomes a whole number below 2^53: the leading bits of its floating point form, which
 * ascend as the numbers do, then the index. Merits that differ by less than about one part in a
 * thousand million count as equal (for 1,000 items; 2^-27 for 10,000).
 */
export function makeApproximateSorter(size: number): ApproximateSorter {
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
