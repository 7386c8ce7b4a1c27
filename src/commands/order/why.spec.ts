import type { CommandSpec } from '../shared/command.js';

export const whySpec: CommandSpec = {
  name: 'why',
  group: 'Order',
  summary: 'say why an item stands where it does: one page for a stakeholder',
  args: [
    {
      name: 'id',
      summary: 'any unique beginning of an id',
      required: true,
      completes: 'id',
    },
  ],
  options: [
    { flags: '--by <model>', summary: "the model (default: the backlog's, wsjf)" },
    { flags: '--top <n>', summary: 'what would bring it among the first so many (default: 10)' },
  ],
  examples: [
    { command: 'storymark why 9F', does: 'its place, its reasons and what would change it' },
    { command: 'storymark why 9F --top 3', does: 'what would have to change to be in the top 3' },
  ],
  jsonKeys: [
    'id',
    'title',
    'status',
    'type',
    'place',
    'of',
    'explanation',
    'inputs',
    'goals',
    'conflicts',
    'feedback',
    'stakeholders',
    'ofStakeholders',
    'waitsFor',
    'waitedForBy',
    'sprint',
    'forecast',
    'history',
  ],
};
