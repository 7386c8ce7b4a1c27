import type { CommandSpec } from './command.js';

export const scoreSpec: CommandSpec = {
  name: 'score',
  group: 'Order',
  summary: "give an item the ranking model's inputs, or show them",
  args: [
    {
      name: 'id-or-input',
      summary: 'ids, then input=value',
      required: true,
      variadic: true,
      completes: 'id',
    },
  ],
  options: [{ flags: '--by <model>', summary: "the model (default: the backlog's, wsjf)" }],
  examples: [
    { command: 'storymark score 7K', does: 'asks for each input, with its scale' },
    { command: 'storymark score 7K value=8 urgency=5 risk=3', does: 'sets them without asking' },
  ],
  writes: true,
  jsonKeys: ['id', 'title', 'model', 'score', 'benefit', 'inputs', 'missing', 'warnings'],
};
