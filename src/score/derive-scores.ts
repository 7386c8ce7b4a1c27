import type { ScoreModel } from './define-model.js';
import { type RankGraph, reachFrom } from './rank-graph.js';
import type { ItemScore } from './score-item.js';

/** What multiplies an item's benefit beside its inputs. */
export interface DerivedFactors {
  /** Weight of the goal it serves; 1 changes nothing. */
  readonly goal: number;
  /** Share of all demand that stands behind it, from 0 to 1. */
  readonly demand: number;
}

/** What is switched on under `rank.derived`; nothing by default. */
export interface Derivation {
  /** By id; items without an entry are left as they are. */
  readonly factors?: ReadonlyMap<string, DerivedFactors>;
  /** Whether an item is also worth what waits for it. */
  readonly inherited?: boolean;
}

/** How a score came about: (own × goal × (1 + demand)) + inherited. */
export interface DerivedScore extends DerivedFactors {
  /** From the inputs alone. */
  readonly own: number;
  /** Sum over the distinct items that wait for it, however far, of their scores. */
  readonly inherited: number;
  /** Their ids. */
  readonly from: readonly string[];
}

export interface DerivedItem {
  readonly score: number | null;
  readonly benefit: number | null;
  readonly derived?: DerivedScore;
}

/**
 * Scores with what is derived worked in. Both factors multiply the benefit, and so the score. What
 * waits for an item is added to it, each once: own + the sum over its distinct transitive
 * dependents of theirs, as Troy Magennis' calculator has it (Focused Objective, "Cost of Delay
 * Prioritization Calculator.xlsx"): a refactoring worth nothing takes the worth of what it opens.
 * Only amounts can be multiplied and added: models of categories stay as they are.
 *
 * @param items in the present order, as the graph's indexes mean them
 */
export function deriveScores(
  items: readonly { readonly id: string }[],
  scores: readonly ItemScore[],
  graph: RankGraph,
  model: ScoreModel,
  { factors, inherited = false }: Derivation,
): readonly DerivedItem[] {
  if ((!factors && !inherited) || !model.isAmount) return scores;
  const raised = scores.map(({ score, benefit }, index) => {
    const { goal, demand } = factors?.get(items[index]?.id ?? '') ?? neutral;
    const factor = goal * (1 + demand);
    return {
      own: score,
      score: times(score, factor),
      benefit: times(benefit, factor),
      goal,
      demand,
    };
  });
  return raised.map(({ own, score, benefit, goal, demand }, index): DerivedItem => {
    const from = inherited ? reachFrom(graph.dependents, index) : [];
    const added = sum(from.map((at) => raised[at]?.score ?? 0));
    const total = keepFinite(score === null ? null : score + added);
    if (own === null || total === null) return { score: null, benefit: keepFinite(benefit) };
    return {
      score: total,
      benefit: keepFinite(
        benefit === null ? null : benefit + sum(from.map((at) => raised[at]?.benefit ?? 0)),
      ),
      derived: { own, goal, demand, inherited: added, from: from.map((at) => items[at]?.id ?? '') },
    };
  });
}

export const neutral: DerivedFactors = { goal: 1, demand: 0 };

function times(value: number | null, factor: number): number | null {
  return value === null ? null : value * factor;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function keepFinite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
