import { count } from '../text/amount.js';
import { drawQuadrants } from './quadrants.js';

export interface ValueEffortPoint {
  readonly id: string;
  readonly title: string;
  readonly value: number;
  readonly effort: number;
}

export interface ValueEffortChart {
  readonly points: readonly ValueEffortPoint[];
  /** Value from here on is high; effort above this is big. */
  readonly split: { readonly value: number; readonly effort: number };
  /** What effort is counted in: `points`. */
  readonly unit: string;
}

const groups = ['Quick wins', 'Big bets', 'Fill-ins', 'Money pits'] as const;

/** Items by what they bring and what they take, in four quadrants. */
export function drawValueEffort({ points, split, unit }: ValueEffortChart): string {
  const greatest = (pick: (point: ValueEffortPoint) => number) => Math.max(...points.map(pick), 1);
  const groupOf = ({ value, effort }: ValueEffortPoint) =>
    (value >= split.value ? 0 : 2) + (effort > split.effort ? 1 : 0);
  return drawQuadrants({
    title: 'Value and effort',
    subtitle: `${count(points.length, 'item')}, split at value ${show(split.value)} and effort ${show(split.effort)}`,
    description: describeGroups(points.map(groupOf)),
    x: {
      kind: 'number',
      label: 'Effort',
      unit,
      domain: [0, greatest(({ effort }) => effort) * 1.08],
    },
    y: { kind: 'number', label: 'Value', domain: [0, greatest(({ value }) => value) * 1.08] },
    split: [split.effort, split.value],
    corners: {
      topLeft: groups[0],
      topRight: groups[1],
      bottomLeft: groups[2],
      bottomRight: groups[3],
    },
    groups,
    points: points.map((point) => ({
      ...point,
      x: point.effort,
      y: point.value,
      group: groupOf(point),
      hint: `${point.id} ${point.title}: value ${show(point.value)}, effort ${show(point.effort)}`,
    })),
  });
}

function describeGroups(found: readonly number[]): string {
  const counts = groups.map(
    (name, group) => `${found.filter((one) => one === group).length} ${name.toLowerCase()}`,
  );
  return `Each item as a point: effort to the right, value upwards. ${counts.join(', ')}.`;
}

function show(value: number): string {
  return String(Number(value.toPrecision(4)));
}
