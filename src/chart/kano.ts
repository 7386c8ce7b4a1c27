import { drawQuadrants } from './quadrants.js';

export interface KanoPoint {
  readonly id: string;
  readonly title: string;
  /** How much having it satisfies, 0 to 1, and how much lacking it dissatisfies, −1 to 0. */
  readonly better: number;
  readonly worse: number;
  readonly category: KanoCategory;
}

export type KanoCategory = 'M' | 'O' | 'A' | 'I' | 'R' | 'Q';

const categories: readonly KanoCategory[] = ['M', 'O', 'A', 'I', 'R', 'Q'];
const names = [
  'Must-be',
  'One-dimensional',
  'Attractive',
  'Indifferent',
  'Reverse',
  'Questionable',
] as const;

/**
 * Features by what having and lacking them does to satisfaction: Berger et al., Kano's methods for
 * understanding customer-defined quality (1993). A point's symbol is the category most people
 * answered, which need not be the field its averages fall in.
 */
export function drawKano(points: readonly KanoPoint[]): string {
  const percent = (value: number) => `${Math.round(value * 100)}`;
  return drawQuadrants({
    title: 'Kano',
    subtitle: 'Symbols: what most people answered. Place: the average of all answers.',
    description:
      'Each feature as a point: dissatisfaction when it is missing to the right, satisfaction when it is there upwards.',
    x: {
      kind: 'number',
      label: 'Dissatisfied without it',
      unit: '% of people',
      domain: [0, 1],
      exact: true,
      format: percent,
    },
    y: {
      kind: 'number',
      label: 'Satisfied with it',
      unit: '% of people',
      domain: [0, 1],
      exact: true,
      format: percent,
    },
    split: [0.5, 0.5],
    corners: {
      topLeft: names[2],
      topRight: names[1],
      bottomLeft: names[3],
      bottomRight: names[0],
    },
    groups: names,
    points: points.map((point) => ({
      ...point,
      x: -point.worse,
      y: point.better,
      group: categories.indexOf(point.category),
      hint: `${point.id} ${point.title}: ${names[categories.indexOf(point.category)]}, better ${point.better.toFixed(2)}, worse ${point.worse.toFixed(2)}`,
    })),
  });
}
