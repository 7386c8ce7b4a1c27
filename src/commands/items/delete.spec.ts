import type { CommandSpec } from '../shared/command.js';
import { touchedKeys } from '../shared/shared-options.js';

export const deleteSpec: CommandSpec = {
  name: 'delete',
  group: 'Items',
  summary: 'remove documents that should never have been',
  args: [{ name: 'id', summary: 'documents', required: true, variadic: true, completes: 'id' }],
  options: [
    {
      flags: '--force',
      summary: 'also what others name, taking out their references, and what no commit holds',
    },
  ],
  examples: [
    {
      command: 'storymark delete ST-7K3FD',
      does: 'for typos; what was decided against is dropped',
    },
  ],
  writes: true,
  jsonKeys: touchedKeys,
};
