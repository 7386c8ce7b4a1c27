import type { ModelInput } from '../../score/define-model.js';

/** A value for each group of a sorted list, from what matters most to what matters least. */
export interface ProposedValue {
  readonly id: string;
  readonly value: number;
}

const steps = 10;

/**
 * The values an order is spread over, ascending: the input's scale, or ten even steps of its
 * range; null when it has neither, as reach has not: an order says nothing about how many.
 */
export function scaleOf({ scale, within }: ModelInput): readonly number[] | null {
  if (scale) return scale;
  if (!within) return null;
  const [low, high] = within;
  const step = (high - low) / (steps - 1);
  return Array.from({ length: steps }, (_, index) => Number((low + index * step).toPrecision(3)));
}

/**
 * Spreads sorted groups evenly over a scale: the first gets its top, the last its bottom. Where
 * there are more groups than steps, neighbours share one. An order holds no distances, so what is
 * proposed is for a person to look at.
 */
export function proposeValues(
  groups: readonly (readonly string[])[],
  scale: readonly number[],
): readonly ProposedValue[] {
  const last = Math.max(1, groups.length - 1);
  return groups.flatMap((group, index) => {
    const at = Math.round((1 - index / last) * (scale.length - 1));
    return group.map((id) => ({ id, value: scale[at] ?? 0 }));
  });
}
