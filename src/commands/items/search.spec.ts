import type { CommandSpec } from '../shared/command.js';
import { atOption } from '../shared/shared-options.js';

export const searchSpec: CommandSpec = {
  name: 'search',
  group: 'Items',
  summary: 'search documents, best match first; tolerates typos',
  args: [
    {
      name: 'words',
      summary: 'words to find, and filters such as type:story status:ready label:api',
      required: true,
      variadic: true,
    },
  ],
  options: [
    atOption,
    { flags: '--limit <n>', summary: 'show at most N (default: 20)' },
    { flags: '--exit-code', summary: 'exit with 1 if nothing matches' },
  ],
  examples: [
    { command: 'storymark search working hours', does: 'everything about working hours' },
    { command: 'storymark search calender type:feedback', does: 'feedback about the calendar' },
  ],
  jsonKeys: ['id', 'type', 'status', 'title', 'path', 'score', 'excerpt'],
};
