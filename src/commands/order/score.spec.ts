import type { CommandSpec } from '../shared/command.js';

export const scoreSpec: CommandSpec = {
  name: 'score',
  group: 'Order',
  summary: "give items the ranking model's inputs: asked, said, compared or voted",
  args: [
    {
      name: 'id-or-input',
      summary: 'ids, then input=value; with --pairwise, a query',
      variadic: true,
      completes: 'id',
    },
  ],
  options: [
    { flags: '--by <model>', summary: "the model (default: the backlog's, wsjf)" },
    {
      flags: '--pairwise',
      summary: 'ask which of two items matters more, until all are in order',
    },
    { flags: '--import <votes.csv>', summary: 'weigh votes: item, one column a voter' },
    {
      flags: '--weights <weights.csv>',
      summary: 'with --import: one weight a line, or name, weight',
    },
    {
      flags: '--input <key>',
      summary: 'with --pairwise and --import: the input it is about (default: value)',
    },
  ],
  examples: [
    { command: 'storymark score 7K', does: 'asks for each input, with its scale' },
    { command: 'storymark score 7K value=8 urgency=5 risk=3', does: 'sets them without asking' },
    { command: 'storymark score 7K value=5..13', does: 'says how sure you are' },
    {
      command: 'storymark score --pairwise label:mobile',
      does: 'puts these in order by questions; stop any time, it goes on from there',
    },
    {
      command: 'storymark score --import votes.csv --weights stakeholders.csv',
      does: "makes each item's value the weighed mean of its votes",
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
