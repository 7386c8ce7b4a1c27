import type { CommandSpec } from '../shared/command.js';
import { touchedKeys } from '../shared/shared-options.js';

export const mergeSpec: CommandSpec = {
  name: 'merge',
  group: 'Items',
  summary: 'make one item of several that are the same',
  args: [{ name: 'id', summary: 'items to drop', required: true, variadic: true, completes: 'id' }],
  options: [
    { flags: '--into <id>', summary: 'the item that stays' },
    { flags: '--on <date>', summary: 'the day it happened, today unless told' },
  ],
  examples: [
    {
      command: 'storymark merge ST-7K3FD --into ST-R8B4Z',
      does: 'criteria, labels, goals and links move over',
    },
  ],
  writes: true,
  jsonKeys: touchedKeys,
};
