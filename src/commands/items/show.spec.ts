import type { CommandSpec } from '../shared/command.js';
import { atOption, documentKeys } from '../shared/shared-options.js';

export const showSpec: CommandSpec = {
  name: 'show',
  group: 'Items',
  summary: 'show a document with its links, story parts, criteria and score',
  args: [
    {
      name: 'id',
      summary: 'id, or its unique beginning',
      required: true,
      variadic: true,
      completes: 'id',
    },
  ],
  options: [atOption],
  examples: [
    { command: 'storymark show 7K', does: 'shows ST-7K3FD' },
    { command: 'storymark show 7K --at v1.2', does: 'shows it as it was released' },
  ],
  jsonKeys: [...documentKeys, 'links', 'facts', 'body'],
  ownJsonKeys: true,
};
