import { defineModel } from '../define-model.js';

/** Outcomes that matter and are served badly. */
export const opportunity = defineModel({
  id: 'opportunity',
  name: 'Opportunity score',
  summary: 'What matters to people and is served badly today.',
  inputs: [
    {
      key: 'importance',
      name: 'Importance',
      description: 'How much does the outcome matter to the people asked, from 0 to 10?',
      within: [0, 10],
      sign: 'non-negative',
      role: 'benefit',
    },
    {
      key: 'satisfaction',
      name: 'Satisfaction',
      description: 'How well are they served today, from 0 to 10? Less is more to win.',
      within: [0, 10],
      sign: 'non-negative',
      role: 'benefit',
      effect: 'lowers',
    },
  ],
  formula: 'importance + max(importance - satisfaction, 0)',
  direction: 'highest-first',
  source:
    'Anthony W. Ulwick, "Turn Customer Input into Innovation", Harvard Business Review, January 2002; What Customers Want (2005)',
  examples: [
    {
      name: 'Important, badly served',
      inputs: { importance: 9, satisfaction: 3 },
      score: 15,
      source: 'https://decikit.com/en/frameworks/opportunity-scoring',
    },
    {
      name: 'Important, well served',
      inputs: { importance: 9, satisfaction: 9 },
      score: 9,
      source: 'https://decikit.com/en/frameworks/opportunity-scoring',
    },
  ],
  score: ({ importance, satisfaction }) => importance + Math.max(importance - satisfaction, 0),
  benefit: ({ importance, satisfaction }) => importance + Math.max(importance - satisfaction, 0),
});
