import type { CommandSpec } from '../shared/command.js';

export const triageSpec: CommandSpec = {
  name: 'triage',
  group: 'Stakeholders',
  summary: 'review new feedback: link it, create a story from it, merge it or decline it',
  args: [
    {
      name: 'id',
      summary: 'feedback (default: all new feedback, one by one)',
      variadic: true,
      completes: 'id',
    },
  ],
  options: [
    { flags: '--link <id>', summary: 'link the items that answer it', repeats: true, commas: true },
    {
      flags: '--story [title]',
      summary: 'create a story from it; a story sentence is split into its parts',
    },
    {
      flags: '-t, --type <type>',
      summary: 'with --story: create another type: bug, task, epic',
    },
    { flags: '--as <role>', summary: 'with --story: who wants it' },
    { flags: '--want <want>', summary: 'with --story: what they want' },
    { flags: '--so <benefit>', summary: 'with --story: the benefit' },
    {
      flags: '-c, --criterion <text>',
      summary: 'with --story: acceptance criteria',
      repeats: true,
    },
    { flags: '--set <key=value>', summary: 'with --story: fields of the new item', repeats: true },
    { flags: '--into <id>', summary: 'merge it into other feedback that says the same' },
    { flags: '--decline <reason>', summary: 'decline it; the reason is used in the answer' },
  ],
  examples: [
    { command: 'storymark triage', does: 'goes through new feedback and saves each decision' },
    {
      command: 'storymark triage H7 --link A5',
      does: 'links it to an item that already answers it',
    },
    {
      command:
        'storymark triage H7 --story "As a team lead, I want to see holidays, so that I plan around them"',
      does: 'adds a story that quotes the feedback, and links the two',
    },
    { command: 'storymark triage H7 --into FB-0Q', does: 'merges it into another' },
  ],
  writes: true,
  jsonKeys: ['id', 'title', 'path', 'verdict', 'to', 'reason'],
};
