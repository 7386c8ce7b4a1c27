import { kendallTau } from './kendall-tau.js';
import type { RankedPlace } from './ranking.js';

export interface ModelRanking {
  readonly model: string;
  readonly places: readonly RankedPlace[];
}

export interface ComparedItem {
  readonly id: string;
  /** One for each model, in the order given. */
  readonly positions: readonly number[];
  readonly scores: readonly (number | null)[];
  /** Between its best and its worst place. */
  readonly spread: number;
}

export interface RankCorrelation {
  readonly a: string;
  readonly b: string;
  /** Kendall's tau-b over the scores; null where one model puts all alike. */
  readonly tau: number | null;
  /** How many items both models score: only these are compared. */
  readonly items: number;
}

export interface RankingComparison {
  readonly models: readonly string[];
  /** In the first model's order. */
  readonly items: readonly ComparedItem[];
  readonly correlations: readonly RankCorrelation[];
}

/**
 * Rankings of the same items side by side. Correlation is taken over scores, not places: items
 * with equal scores are alike to a model, and what waits for what says nothing about it.
 */
export function compareRankings(rankings: readonly ModelRanking[]): RankingComparison {
  const byId = rankings.map(({ places }) => new Map(places.map((place) => [place.id, place])));
  const items = (rankings[0]?.places ?? []).map(({ id }): ComparedItem => {
    const found = byId.map((places) => places.get(id));
    const positions = found.map((place) => place?.position ?? 0);
    const scores = found.map((place) => place?.score ?? null);
    return { id, positions, scores, spread: Math.max(...positions) - Math.min(...positions) };
  });
  const correlations = rankings.flatMap(({ model: a }, first) =>
    rankings.slice(first + 1).map(({ model: b }, offset): RankCorrelation => {
      const pairs = items.flatMap(({ scores }) => {
        const x = scores[first] ?? null;
        const y = scores[first + 1 + offset] ?? null;
        return x === null || y === null ? [] : [[x, y] as const];
      });
      const tau = kendallTau(
        pairs.map(([x]) => x),
        pairs.map(([, y]) => y),
      );
      return { a, b, tau, items: pairs.length };
    }),
  );
  return { models: rankings.map(({ model }) => model), items, correlations };
}
