import type { CommandSpec } from '../shared/command.js';
import { touchedKeys } from '../shared/shared-options.js';

export const deleteSpec: CommandSpec = {
  name: 'delete',
  group: 'Items',
  summary: 'delete documents created by mistake',
  args: [{ name: 'id', summary: 'documents', required: true, variadic: true, completes: 'id' }],
  options: [
    {
      flags: '--force',
      summary: 'delete even if referenced (removes the references) or not committed',
    },
  ],
  examples: [
    {
      command: 'storymark delete ST-7K3FD',
      does: 'for mistakes; use storymark drop for decisions',
    },
  ],
  writes: true,
  jsonKeys: touchedKeys,
};
