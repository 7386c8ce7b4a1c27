import type { CommandSpec } from '../shared/command.js';

const formats = ['stories', 'csv', 'github', 'backlog.md'];

export const importSpec: CommandSpec = {
  name: 'import',
  group: 'Stories',
  summary: 'bring in stories, a table, GitHub issues or a Backlog.md folder',
  args: [
    {
      name: 'format',
      summary: 'stories (one a line), csv, github (gh issue list --json …), backlog.md (a folder)',
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
    { flags: '--label <label>', summary: 'words to find them by', repeats: true, commas: true },
    { flags: '--set <key=value>', summary: 'fields that all of them get', repeats: true },
    { flags: '--type <type>', summary: 'what items without a type of their own become' },
    {
      flags: '--map <name=field>',
      summary: "what a csv's column holds; nothing behind = leaves it out",
      repeats: true,
    },
    {
      flags: '--origin <name>',
      summary: 'the project or site it comes from, where the file does not say',
    },
    { flags: '--update', summary: 'give items imported before the values of the source again' },
  ],
  examples: [
    {
      command: 'storymark import stories wishes.txt --label workshop',
      does: 'one item for each line',
    },
    {
      command: 'storymark import csv jira.csv --map "Team=assignee"',
      does: 'columns are known by their headings',
    },
    {
      command:
        'gh issue list --json number,title,body,state,labels,url | storymark import github -',
      does: 'what is there already is left as it is',
    },
  ],
  writes: true,
  jsonKeys: ['items', 'notes'],
};
