import type { Backlog } from '../../backlog/backlog.js';
import { isOpen } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import type { ModelInput, ScoreModel } from '../../score/define-model.js';
import { readInputs, scoredFields } from '../../score/read-inputs.js';

/** An item with what it was given for one input. */
export interface Neighbour {
  readonly id: string;
  readonly title: string;
  readonly value: number;
}

/**
 * What other items were given for an input, from least to most, one for each value: open ones
 * before closed ones, then in backlog order.
 */
export function listNeighbours(
  { work, settings }: Backlog,
  item: Item,
  model: ScoreModel,
  input: ModelInput,
): readonly Neighbour[] {
  const byValue = new Map<number, Neighbour>();
  const others = work.filter((other) => other !== item && other.type !== 'epic');
  const isNow = (other: Item) => isOpen(settings, other) && !other.archived;
  for (const other of [...others.filter(isNow), ...others.filter((one) => !isNow(one))]) {
    const { id, title } = other;
    const value = readInputs(scoredFields(other), model).inputs[input.key];
    if (typeof value === 'number' && !byValue.has(value)) byValue.set(value, { id, title, value });
  }
  return [...byValue.values()].sort((a, b) => a.value - b.value);
}

/** The neighbours a value stands between; the one that has it too, when there is one. */
export function findBetween(
  neighbours: readonly Neighbour[],
  value: number,
): {
  readonly below: Neighbour | null;
  readonly same: Neighbour | null;
  readonly above: Neighbour | null;
} {
  return {
    below: neighbours.findLast((one) => one.value < value) ?? null,
    same: neighbours.find((one) => one.value === value) ?? null,
    above: neighbours.find((one) => one.value > value) ?? null,
  };
}

/** The least, the middle and the most: enough to compare with. */
export function pickReferences(neighbours: readonly Neighbour[]): readonly Neighbour[] {
  const picked = [
    neighbours[0],
    neighbours[Math.floor((neighbours.length - 1) / 2)],
    neighbours.at(-1),
  ];
  return [...new Set(picked.filter((one) => one !== undefined))];
}
