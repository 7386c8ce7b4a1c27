import type { CommandSpec } from '../shared/command.js';
import { touchedKeys } from '../shared/shared-options.js';

export const archiveSpec: CommandSpec = {
  name: 'archive',
  group: 'Items',
  summary: 'move closed items to items/archive/',
  args: [{ name: 'id', summary: 'done or dropped items', variadic: true, completes: 'id' }],
  options: [
    { flags: '--done-before <date>', summary: 'all items done before this date' },
    { flags: '--undo', summary: 'move items back from the archive unchanged' },
  ],
  examples: [
    { command: 'storymark archive ST-7K3FD', does: 'archives a done or dropped item' },
    { command: 'storymark archive --undo ST-7K3FD', does: 'restores it; so does reopen' },
  ],
  writes: true,
  jsonKeys: touchedKeys,
};
