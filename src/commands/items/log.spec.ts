import type { CommandSpec } from '../shared/command.js';

export const logSpec: CommandSpec = {
  name: 'log',
  group: 'Items',
  summary: 'show the history of one item, even if deleted: what changed, when and by whom',
  args: [
    {
      name: 'id',
      summary: 'id, or its unique beginning; may be deleted',
      required: true,
      completes: 'id',
    },
  ],
  options: [{ flags: '--limit <n>', summary: 'show at most N commits' }],
  examples: [
    { command: 'storymark log 7K', does: 'shows how ST-7K3FD changed' },
    { command: 'storymark log 7K --json', does: 'the same for a script' },
  ],
  jsonKeys: ['commit', 'author', 'date', 'message', 'changes'],
};
