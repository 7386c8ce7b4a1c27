import type { CommandSpec } from '../shared/command.js';

export const whySpec: CommandSpec = {
  name: 'why',
  group: 'Order',
  summary: "explain an item's place in the backlog on one page",
  args: [
    {
      name: 'id',
      summary: 'id, or its unique beginning',
      required: true,
      completes: 'id',
    },
  ],
  options: [
    { flags: '--by <model>', summary: "scoring model (default: the backlog's, or wsjf)" },
    { flags: '--top <n>', summary: 'what would move it into the top N (default: 10)' },
  ],
  examples: [
    { command: 'storymark why 9F', does: 'shows its place, the reasons and what would change it' },
    { command: 'storymark why 9F --top 3', does: 'shows what would move it into the top 3' },
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
