import type { CommandSpec } from '../shared/command.js';

const formats = ['stories', 'csv', 'github', 'backlog.md'];

export const importSpec: CommandSpec = {
  name: 'import',
  group: 'Stories',
  summary: 'import stories, a table, GitHub issues or a Backlog.md folder',
  args: [
    {
      name: 'format',
      summary:
        'stories (one per line), csv, github (gh issue list --json …), backlog.md (a folder)',
      required: true,
      completes: formats,
    },
    {
      name: 'file',
      summary: 'a file, a folder for backlog.md, or - for standard input',
      completes: 'file',
    },
  ],
  options: [
    {
      flags: '--label <label>',
      summary: 'label for all imported items; may be repeated',
      repeats: true,
      commas: true,
    },
    { flags: '--set <key=value>', summary: 'set a field on all imported items', repeats: true },
    { flags: '--type <type>', summary: 'type of items that have none' },
    {
      flags: '--map <name=field>',
      summary: 'field of a csv column; NAME= leaves the column out',
      repeats: true,
    },
    {
      flags: '--origin <name>',
      summary: 'source project or site, if the file does not contain it',
    },
    { flags: '--update', summary: 'update previously imported items from the source' },
  ],
  examples: [
    {
      command: 'storymark import stories wishes.txt --label workshop',
      does: 'one item for each line',
    },
    {
      command: 'storymark import csv jira.csv --map "Team=assignee"',
      does: 'columns are recognized by their headings',
    },
    {
      command:
        'gh issue list --json number,title,body,state,labels,url | storymark import github -',
      does: 'existing items are left unchanged',
    },
  ],
  writes: true,
  jsonKeys: ['items', 'notes'],
};
