import type { CommandSpec } from './command.js';

export const rankSpec: CommandSpec = {
  name: 'rank',
  group: 'Order',
  summary: 'order the open items by a scoring model, blockers first',
  options: [
    { flags: '--by <model>', summary: "the model (default: the backlog's, wsjf)" },
    { flags: '--apply', summary: 'write the new order; without it, it is only shown' },
    { flags: '--limit <n>', summary: 'show at most so many' },
  ],
  examples: [
    { command: 'storymark rank', does: 'shows the new order beside the present one' },
    { command: 'storymark rank --apply', does: 'writes it, changing as few files as can be' },
  ],
  writes: true,
  jsonKeys: ['id', 'title', 'position', 'was', 'score', 'inputs', 'missing'],
};
