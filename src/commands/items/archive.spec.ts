import type { CommandSpec } from '../shared/command.js';
import { touchedKeys } from '../shared/shared-options.js';

export const archiveSpec: CommandSpec = {
  name: 'archive',
  group: 'Items',
  summary: 'move closed items out of sight, into items/archive/',
  args: [{ name: 'id', summary: 'done or dropped items', variadic: true, completes: 'id' }],
  options: [
    { flags: '--done-before <date>', summary: 'all that were done before this day' },
    { flags: '--undo', summary: 'move items back from the archive, as they are' },
  ],
  examples: [
    { command: 'storymark archive ST-7K3FD', does: 'puts away an item that is done or dropped' },
    { command: 'storymark archive --undo ST-7K3FD', does: 'brings it back; reopen does so too' },
  ],
  writes: true,
  jsonKeys: touchedKeys,
};
