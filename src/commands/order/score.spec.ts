import type { CommandSpec } from '../shared/command.js';

export const scoreSpec: CommandSpec = {
  name: 'score',
  group: 'Order',
  summary: 'score items by prompts, arguments, pairwise comparison or votes',
  args: [
    {
      name: 'id-or-input',
      summary: 'ids, then input=value; with --pairwise, a query',
      variadic: true,
      completes: 'id',
    },
  ],
  options: [
    { flags: '--by <model>', summary: "scoring model (default: the backlog's, or wsjf)" },
    {
      flags: '--pairwise',
      summary: 'compare items in pairs until all are in order',
    },
    { flags: '--import <votes.csv>', summary: 'import votes: item, then one column per voter' },
    {
      flags: '--weights <weights.csv>',
      summary: 'with --import: one weight per line, or name, weight',
    },
    {
      flags: '--input <key>',
      summary: 'with --pairwise and --import: the input to score (default: value)',
    },
  ],
  examples: [
    { command: 'storymark score 7K', does: 'prompts for each input and shows its scale' },
    { command: 'storymark score 7K value=8 urgency=5 risk=3', does: 'sets them without prompting' },
    { command: 'storymark score 7K value=5..13', does: 'enters an uncertain value as a range' },
    {
      command: 'storymark score --pairwise label:mobile',
      does: 'orders these items by questions; stop and resume at any time',
    },
    {
      command: 'storymark score --import votes.csv --weights stakeholders.csv',
      does: "sets each item's value to the weighted mean of its votes",
    },
  ],
  writes: true,
  jsonKeys: [
    'id',
    'title',
    'model',
    'score',
    'benefit',
    'inputs',
    'missing',
    'warnings',
    'details',
  ],
};
