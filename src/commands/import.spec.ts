import type { CommandSpec } from './command.js';

export const importSpec: CommandSpec = {
  name: 'import',
  group: 'Stories',
  summary: 'bring a file of stories into the backlog',
  args: [
    {
      name: 'format',
      summary: 'stories: one story a line',
      required: true,
      completes: ['stories'],
    },
    {
      name: 'file',
      summary: 'a text file, or - for standard input',
      completes: 'file',
    },
  ],
  options: [
    { flags: '--label <label...>', summary: 'words to find them by' },
    { flags: '--set <key=value...>', summary: 'fields that all of them get' },
  ],
  examples: [
    {
      command: 'storymark import stories wishes.txt --label workshop',
      does: 'one item for each line',
    },
  ],
  writes: true,
  jsonKeys: ['id', 'title', 'path', 'line', 'reason'],
};
