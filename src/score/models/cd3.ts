import { defineModel, type ScoreModel, type TimeUnit } from '../define-model.js';

/** Cost of delay divided by duration, both in one unit of time. */
export function makeCd3(unit: TimeUnit = 'week', currency = ''): ScoreModel {
  const money = currency === '' ? 'money' : currency;
  return defineModel({
    id: 'cd3',
    name: 'Cost of delay divided by duration',
    summary: 'The cost of each week of waiting, divided by how long the work takes.',
    inputs: [
      {
        key: 'delay_cost',
        name: 'Cost of delay',
        description: 'What is lost per unit of time without it: 30000/month, 500/day, 2M/year.',
        kind: 'rate',
        unit,
        sign: 'non-negative',
        role: 'benefit',
      },
      {
        key: 'duration',
        name: 'Duration',
        description: 'How long it takes once started, in calendar time: 3d, 2w, 1mo.',
        kind: 'duration',
        unit,
        sign: 'positive',
        role: 'size',
      },
    ],
    formula: 'delay_cost / duration',
    direction: 'highest-first',
    settings: `rank.cd3: {unit: ${unit}${currency === '' ? '' : `, currency: ${currency}`}}; day, week, month or year, and any currency`,
    unit: `${money} per ${unit}, per ${unit} of work`,
    source:
      'Don Reinertsen, The Principles of Product Development Flow (2009), D12 and F16; Joshua Arnold, https://blackswanfarming.com/cost-of-delay-divided-by-duration/',
    examples: [
      {
        name: 'A Super Spoon',
        inputs: { delay_cost: 10, duration: 2 },
        score: 5,
        source: 'https://blackswanfarming.com/cd3-and-proportionality-to-outcomes',
      },
      {
        name: 'B Second Machine',
        inputs: { delay_cost: 30, duration: 4 },
        score: 7.5,
        source: 'https://blackswanfarming.com/cd3-and-proportionality-to-outcomes',
      },
    ],
    score: ({ delay_cost, duration }) => delay_cost / duration,
    benefit: ({ delay_cost }) => delay_cost,
  });
}

export const cd3 = makeCd3();
