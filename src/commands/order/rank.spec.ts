import { chartOption } from '../shared/chart-file.js';
import type { CommandSpec } from '../shared/command.js';
import { atOption, privateOption } from '../shared/shared-options.js';

export const rankSpec: CommandSpec = {
  name: 'rank',
  group: 'Order',
  summary: 'rank the open items by a scoring model, blockers first',
  options: [
    atOption,
    { flags: '--by <model>', summary: "scoring model (default: the backlog's, or wsjf)" },
    { flags: '--apply', summary: 'write the new order instead of only showing it' },
    { flags: '--limit <n>', summary: 'show at most N' },
    { flags: '--compare <models>', summary: 'compare models side by side: wsjf,rice' },
    {
      flags: '--simulate',
      summary: 'how certain the order is if inputs are ranges (value: 5..13)',
    },
    { flags: '--draws <n>', summary: 'with --simulate: number of draws (default: 10,000)' },
    { flags: '--seed <text>', summary: 'with --simulate: random seed' },
    { flags: '--top <n>', summary: 'with --simulate: size of the top (default: 10)' },
    { flags: '--explain-model <model>', summary: "a model's formula, inputs, scales and source" },
    chartOption,
    privateOption,
  ],
  examples: [
    { command: 'storymark rank', does: 'shows the new order next to the current one' },
    { command: 'storymark rank --apply', does: 'writes it, changing as few files as possible' },
    { command: 'storymark rank --compare wsjf,rice', does: 'shows where two models disagree' },
    {
      command: 'storymark rank --by value-effort --chart value.svg',
      does: 'draws value against effort, in four quadrants',
    },
    {
      command: 'storymark rank --explain-model rice',
      does: 'explains the inputs and formula of RICE',
    },
  ],
  writes: true,
  jsonKeys: [
    'id',
    'title',
    'position',
    'was',
    'score',
    'benefit',
    'inputs',
    'ranges',
    'missing',
    'invalid',
    'pinned',
    'pulledUpBy',
    'details',
    'derived',
    // --compare
    'models',
    'items',
    'correlations',
    // --simulate
    'seed',
    'draws',
    'top',
    'uncertain',
  ],
};
