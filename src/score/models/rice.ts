import { defineModel } from '../define-model.js';

const intercom =
  'Sean McBride, "RICE: Simple prioritization for product managers", Intercom, https://www.intercom.com/blog/rice-simple-prioritization-for-product-managers/';

/** Reach, impact, confidence, effort. */
export const rice = defineModel({
  id: 'rice',
  name: 'RICE',
  summary: 'Reach, impact and confidence, divided by effort.',
  inputs: [
    {
      key: 'reach',
      name: 'Reach',
      description: 'How many people or events does it affect in a fixed time, say a quarter?',
      sign: 'non-negative',
      role: 'benefit',
    },
    {
      key: 'impact',
      name: 'Impact',
      description: 'How much for each? 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal.',
      scale: [0.25, 0.5, 1, 2, 3],
      sign: 'non-negative',
      role: 'benefit',
    },
    {
      key: 'confidence',
      name: 'Confidence',
      description: 'How sure are you of these numbers? 100% high, 80% medium, 50% low.',
      kind: 'percent',
      within: [0, 1],
      sign: 'non-negative',
      role: 'benefit',
    },
    {
      key: 'effort',
      name: 'Effort',
      description: 'How much work is it, in person-months? Default: the points.',
      sign: 'positive',
      role: 'size',
      defaultFrom: 'points',
    },
  ],
  formula: 'reach * impact * confidence / effort',
  direction: 'highest-first',
  source: intercom,
  examples: [
    {
      name: 'Project 1',
      inputs: { reach: 450, impact: 3, confidence: 1, effort: 2 },
      score: 675,
      source: intercom,
    },
    {
      name: 'Project 2',
      inputs: { reach: 2000, impact: 1, confidence: 0.8, effort: 4 },
      score: 400,
      source: intercom,
    },
    {
      name: 'Project 3',
      inputs: { reach: 800, impact: 2, confidence: 0.5, effort: 1 },
      score: 800,
      source: intercom,
    },
  ],
  score: ({ reach, impact, confidence, effort }) => (reach * impact * confidence) / effort,
  benefit: ({ reach, impact, confidence }) => reach * impact * confidence,
});
