import type { CommandSpec } from '../shared/command.js';

export const logSpec: CommandSpec = {
  name: 'log',
  group: 'Items',
  summary: 'show the history of one item, deleted ones too: what changed, when, by whom',
  args: [
    {
      name: 'id',
      summary: 'any unique beginning of an id, also of one that was deleted',
      required: true,
      completes: 'id',
    },
  ],
  options: [{ flags: '--limit <n>', summary: 'at most so many commits' }],
  examples: [
    { command: 'storymark log 7K', does: 'how ST-7K3FD came to be what it is' },
    { command: 'storymark log 7K --json', does: 'the same for a script' },
  ],
  jsonKeys: ['commit', 'author', 'date', 'message', 'changes'],
};
