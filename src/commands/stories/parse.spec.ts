import type { CommandSpec } from '../shared/command.js';

export const parseSpec: CommandSpec = {
  name: 'parse',
  group: 'Stories',
  summary: 'parse stories, one per line, into their parts',
  args: [
    { name: 'file', summary: 'a text file, or - for standard input (default)', completes: 'file' },
  ],
  examples: [
    { command: 'storymark parse stories.txt --json', does: 'prints the parts with their offsets' },
  ],
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
