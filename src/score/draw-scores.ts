import type { InputValue, ScoreModel } from './define-model.js';
import { reachFrom } from './rank-graph.js';
import { meritOf, type Standing } from './ranking.js';

export interface Draws {
  /** By ranked place; greater comes first. What waits for an item has pulled it up already. */
  readonly merits: Float64Array;
  /** Draws every range anew. */
  readonly next: () => void;
}

/**
 * A range with two ends is drawn evenly between them: nothing more is known (the distribution of
 * greatest entropy, E. T. Jaynes, Physical Review 106, 1957). With a likeliest value in the
 * middle it is triangular, as three estimates are commonly read (D. Vose, Risk Analysis, 3rd
 * edition, 2008, chapter 14). Inputs are drawn independently.
 *
 * @param order the present indexes in ranked order
 */
export function makeDraws(
  { scores, derived, graph, present, merits: fixed }: Standing,
  order: readonly number[],
  model: ScoreModel,
  random: () => number,
): Draws {
  const size = order.length;
  const placeOf = new Int32Array(size);
  for (let place = 0; place < size; place += 1) placeOf[order[place] ?? 0] = place;
  const own = Float64Array.from(order, (index) => {
    const { derived: parts, score = null } = derived[index] ?? {};
    return score === null ? 0 : score - (parts?.inherited ?? 0);
  });
  const subjects = order.flatMap((index, place) => {
    const { ranges, inputs, score } = scores[index] ?? {};
    if (!ranges || !inputs || score === null || present[index]?.pinned) return [];
    const { goal = 1, demand = 0 } = derived[index]?.derived ?? {};
    const drawn = Object.entries(ranges).map(([key, range]) => ({ key, ...range }));
    return [
      {
        place,
        drawn,
        factor: goal * (1 + demand),
        inputs: { ...inputs } as Record<string, InputValue>,
      },
    ];
  });
  const isInherited = derived.some((item) => (item.derived?.from.length ?? 0) > 0);
  const heirs = order.flatMap((index, place) => {
    const from = isInherited
      ? reachFrom(graph.dependents, index).map((at) => placeOf[at] ?? 0)
      : [];
    return from.length > 0 && (derived[index]?.score ?? null) !== null && !present[index]?.pinned
      ? [{ place, from }]
      : [];
  });
  // Ranked order puts blockers first, so one pass from the end passes every pull all the way up.
  const pulls = order.flatMap((index, place) =>
    (graph.blockers[index] ?? []).map((blocker) => ({ place, blocker: placeOf[blocker] ?? 0 })),
  );
  pulls.reverse();
  const sign = meritOf(1, model, {});
  const constant = Float64Array.from(order, (index) => fixed[index] ?? 0);
  const merits = new Float64Array(size);

  const next = () => {
    merits.set(constant);
    for (const { place, drawn, factor, inputs } of subjects) {
      for (const { key, low, mode, high } of drawn) {
        inputs[key] =
          mode === null ? low + random() * (high - low) : drawTriangular(low, mode, high, random());
      }
      const score = model.score(inputs) * factor;
      // A formula may have no number for some of the values: then it has no score in this draw.
      const isScored = score - score === 0;
      own[place] = isScored ? score : 0;
      merits[place] = isScored ? sign * score : Number.NEGATIVE_INFINITY;
    }
    for (const { place, from } of heirs) {
      let sum = own[place] ?? 0;
      for (const at of from) sum += own[at] ?? 0;
      merits[place] = sign * sum;
    }
    for (const { place, blocker } of pulls) {
      const pull = merits[place] ?? 0;
      if (pull > (merits[blocker] ?? 0)) merits[blocker] = pull;
    }
  };
  return { merits, next };
}

/** The inverse of the triangular distribution's cumulative function. */
function drawTriangular(low: number, mode: number, high: number, u: number): number {
  const span = high - low;
  if (span === 0) return low;
  return u * span < mode - low
    ? low + Math.sqrt(u * span * (mode - low))
    : high - Math.sqrt((1 - u) * span * (high - mode));
}
