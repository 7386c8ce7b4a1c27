import type { CommandSpec } from './command.js';
import { touchedKeys } from './shared-options.js';

export const archiveSpec: CommandSpec = {
  name: 'archive',
  group: 'Items',
  summary: 'move closed items out of sight, into items/archive/',
  args: [{ name: 'id', summary: 'done or dropped items', variadic: true, completes: 'id' }],
  options: [{ flags: '--done-before <date>', summary: 'all that were done before this day' }],
  writes: true,
  jsonKeys: touchedKeys,
};
