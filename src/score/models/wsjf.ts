import { defineModel } from '../define-model.js';

// SAFe's relative scale: the modified Fibonacci numbers of planning poker.
const FIBONACCI = [1, 2, 3, 5, 8, 13, 20] as const;

/** Weighted shortest job first. */
export const wsjf = defineModel({
  id: 'wsjf',
  name: 'Weighted shortest job first',
  summary: 'Cost of delay divided by job size.',
  inputs: [
    {
      key: 'value',
      name: 'User and business value',
      description: 'How much do users and the business gain, compared with the other items?',
      scale: FIBONACCI,
      sign: 'non-negative',
      role: 'benefit',
    },
    {
      key: 'urgency',
      name: 'Time criticality',
      description:
        'How fast does the value fade? A fixed date or a customer about to leave is high.',
      scale: FIBONACCI,
      sign: 'non-negative',
      role: 'benefit',
    },
    {
      key: 'risk',
      name: 'Risk reduction and opportunity enablement',
      description: 'Does it lower a risk, teach us something, or open the way for other work?',
      scale: FIBONACCI,
      sign: 'non-negative',
      role: 'benefit',
    },
    {
      key: 'size',
      name: 'Job size',
      description: 'How big is the work, compared with the other items? Default: the points.',
      scale: FIBONACCI,
      sign: 'positive',
      role: 'size',
      defaultFrom: 'points',
    },
  ],
  formula: '(value + urgency + risk) / size',
  direction: 'highest-first',
  source:
    'Scaled Agile, "WSJF", https://framework.scaledagile.com/wsjf; after Don Reinertsen, The Principles of Product Development Flow (2009)',
  examples: [
    {
      name: 'Task A',
      inputs: { value: 100, urgency: 50, risk: 20, size: 10 },
      score: 17,
      source: 'https://beginpm.com/asking/what-is-wsjf-in-agile',
    },
    {
      name: 'Task B',
      inputs: { value: 80, urgency: 30, risk: 10, size: 5 },
      score: 24,
      source: 'https://beginpm.com/asking/what-is-wsjf-in-agile',
    },
  ],
  score: ({ value, urgency, risk, size }) => (value + urgency + risk) / size,
  benefit: ({ value, urgency, risk }) => value + urgency + risk,
});
