import type { CommandSpec } from '../shared/command.js';
import { touchedKeys } from '../shared/shared-options.js';

export const mergeSpec: CommandSpec = {
  name: 'merge',
  group: 'Items',
  summary: 'merge duplicate items into one',
  args: [
    { name: 'id', summary: 'duplicates to drop', required: true, variadic: true, completes: 'id' },
  ],
  options: [
    { flags: '--into <id>', summary: 'the item to keep' },
    { flags: '--on <date>', summary: 'date of the merge (default: today)' },
  ],
  examples: [
    {
      command: 'storymark merge ST-7K3FD --into ST-R8B4Z',
      does: 'moves criteria, labels, goals and links',
    },
  ],
  writes: true,
  jsonKeys: touchedKeys,
};
