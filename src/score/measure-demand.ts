import { type Backlog, getItem, itemsOfType } from '../backlog/backlog.js';
import { listAskedFor } from '../backlog/feedback.js';
import { goalIdsOf } from '../backlog/membership.js';
import { type Item, numberOf } from '../item/item.js';
import type { Value } from '../item/value.js';
import type { Derivation, DerivedFactors } from './derive-scores.js';

/** Who asked for an item. */
export interface Demand {
  /** Ids of the feedback that names it, and of the distinct stakeholders behind that. */
  readonly feedback: readonly string[];
  readonly stakeholders: readonly string[];
  /**
   * A stakeholder counts once: with the weight of their feedback where it has one, else with their
   * own; 1 where neither is said. Feedback from nobody known counts alone.
   */
  readonly weight: number;
  /** Of the weight of all who asked for anything, from 0 to 1. */
  readonly share: number;
}

export interface GoalWeight {
  /** The goal whose weight counts; null when the item serves none. */
  readonly goal: string | null;
  readonly weight: number;
}

/** Demand by item id; items nobody asked for have no entry. */
export function measureDemand(backlog: Backlog): ReadonlyMap<string, Demand> {
  const voices = new Map<string, number>();
  const requested = new Map<string, Requested>();
  for (const feedback of itemsOfType(backlog, 'feedback')) {
    const [from] = readIds(feedback.document.field('from'));
    const stakeholder = from === undefined ? undefined : getItem(backlog, from);
    const voice = stakeholder ? stakeholder.id : (from ?? feedback.id);
    const weight = ownWeightOf(feedback) ?? (stakeholder ? weightOf(stakeholder) : 1);
    const targets = listAskedFor(backlog, feedback);
    if (targets.length > 0) raise(voices, voice, weight);
    for (const { id } of targets) {
      const known: Requested = requested.get(id) ?? {
        feedback: [],
        voices: new Map(),
        named: new Set(),
      };
      known.feedback.push(feedback.id);
      raise(known.voices, voice, weight);
      if (stakeholder) known.named.add(stakeholder.id);
      requested.set(id, known);
    }
  }
  const total = sum(voices.values());
  return new Map(
    [...requested].map(([id, one]) => {
      const weight = sum(one.voices.values());
      const share = total === 0 ? 0 : weight / total;
      return [id, { feedback: one.feedback, stakeholders: [...one.named], weight, share }];
    }),
  );
}

interface Requested {
  readonly feedback: string[];
  readonly voices: Map<string, number>;
  readonly named: Set<string>;
}

/** Whoever speaks twice counts once, with what they gave most weight to. */
function raise(weights: Map<string, number>, voice: string, weight: number): void {
  weights.set(voice, Math.max(weights.get(voice) ?? 0, weight));
}

function sum(weights: Iterable<number>): number {
  return [...weights].reduce((total, weight) => total + weight, 0);
}

/**
 * The greatest weight among the goals an item serves, or its nearest ancestor that serves any: two
 * goals served do not make the work twice as good. A goal without a weight, or no goal, counts 1.
 */
export function weighGoals(backlog: Backlog, item: Item): GoalWeight {
  const goals = goalIdsOf(backlog, item)
    .map((id) => getItem(backlog, id))
    .filter((goal) => goal !== undefined)
    .map((goal): GoalWeight => ({ goal: goal.id, weight: weightOf(goal) }));
  const [first, ...others] = goals;
  if (!first) return { goal: null, weight: 1 };
  return others.reduce((best, next) => (next.weight > best.weight ? next : best), first);
}

/** What `rank.derived` switches on, for these items. */
export function deriveFrom(backlog: Backlog, items: readonly Item[]): Derivation {
  const { demand = false, goals = false, inherited = false } = backlog.settings.rank.derived ?? {};
  if (!demand && !goals) return { inherited };
  const demands = demand ? measureDemand(backlog) : null;
  const factors = new Map(
    items.map((item): [string, DerivedFactors] => [
      item.id,
      {
        goal: goals ? weighGoals(backlog, item).weight : 1,
        demand: demands?.get(item.id)?.share ?? 0,
      },
    ]),
  );
  return { factors, inherited };
}

function weightOf(item: Item): number {
  return ownWeightOf(item) ?? 1;
}

function ownWeightOf(item: Item): number | null {
  const weight = numberOf(item, 'weight') ?? -1;
  return weight >= 0 ? weight : null;
}

function readIds(value: Value | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
