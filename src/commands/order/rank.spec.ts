import { chartOption } from '../shared/chart-file.js';
import type { CommandSpec } from '../shared/command.js';
import { atOption, privateOption } from '../shared/shared-options.js';

export const rankSpec: CommandSpec = {
  name: 'rank',
  group: 'Order',
  summary: 'order the open items by a scoring model, blockers first',
  options: [
    atOption,
    { flags: '--by <model>', summary: "the model (default: the backlog's, wsjf)" },
    { flags: '--apply', summary: 'write the new order; without it, it is only shown' },
    { flags: '--limit <n>', summary: 'show at most so many' },
    { flags: '--compare <models>', summary: 'several models side by side: wsjf,rice' },
    {
      flags: '--simulate',
      summary: 'how sure the order is, where inputs are ranges (value: 5..13)',
    },
    { flags: '--draws <n>', summary: 'with --simulate: rankings to draw (default: 10,000)' },
    { flags: '--seed <text>', summary: 'with --simulate: the same seed gives the same numbers' },
    { flags: '--top <n>', summary: 'with --simulate: the places that count as top (default: 10)' },
    { flags: '--explain-model <model>', summary: "a model's formula, inputs, scales and source" },
    chartOption,
    privateOption,
  ],
  examples: [
    { command: 'storymark rank', does: 'shows the new order beside the present one' },
    { command: 'storymark rank --apply', does: 'writes it, changing as few files as can be' },
    { command: 'storymark rank --compare wsjf,rice', does: 'shows where two models disagree' },
    {
      command: 'storymark rank --by value-effort --chart value.svg',
      does: 'draws value against effort, in four quadrants',
    },
    { command: 'storymark rank --explain-model rice', does: 'says what RICE asks and computes' },
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
