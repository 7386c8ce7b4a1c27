import type { CommandSpec } from '../shared/command.js';
import { atOption } from '../shared/shared-options.js';

export const searchSpec: CommandSpec = {
  name: 'search',
  group: 'Items',
  summary: 'find documents by their words, best first, slips forgiven',
  args: [
    {
      name: 'words',
      summary: 'words to find, and among what: type:story status:ready label:api',
      required: true,
      variadic: true,
    },
  ],
  options: [
    atOption,
    { flags: '--limit <n>', summary: 'at most so many; 20 unless told' },
    { flags: '--exit-code', summary: 'exit with 1 when nothing matches' },
  ],
  examples: [
    { command: 'storymark search working hours', does: 'whatever speaks of working hours' },
    { command: 'storymark search calender type:feedback', does: 'feedback about the calendar' },
  ],
  jsonKeys: ['id', 'type', 'status', 'title', 'path', 'score', 'excerpt'],
};
