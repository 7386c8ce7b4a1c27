import type { CommandSpec } from '../shared/command.js';

export const parseSpec: CommandSpec = {
  name: 'parse',
  group: 'Stories',
  summary: 'take stories apart: one a line in, its parts out',
  args: [
    { name: 'file', summary: 'a text file, or - for standard input (default)', completes: 'file' },
  ],
  examples: [{ command: 'storymark parse stories.txt --json', does: 'parts with their offsets' }],
  jsonKeys: [
    'line',
    'text',
    'ok',
    'format',
    'language',
    'role',
    'want',
    'benefit',
    'spans',
    'reason',
  ],
};
