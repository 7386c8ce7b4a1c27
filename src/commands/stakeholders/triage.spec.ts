import type { CommandSpec } from '../shared/command.js';

export const triageSpec: CommandSpec = {
  name: 'triage',
  group: 'Stakeholders',
  summary: 'go through new feedback: link it, make a story of it, merge it or decline it',
  args: [
    {
      name: 'id',
      summary: 'feedback (default: all that is new, one by one)',
      variadic: true,
      completes: 'id',
    },
  ],
  options: [
    { flags: '--link <id>', summary: 'these items answer it', repeats: true, commas: true },
    {
      flags: '--story [title]',
      summary: 'make a story of it; a whole story sentence is taken apart',
    },
    {
      flags: '-t, --type <type>',
      summary: 'with --story: make this of it instead: bug, task, epic',
    },
    { flags: '--as <role>', summary: 'with --story: who wants it' },
    { flags: '--want <want>', summary: 'with --story: what they want' },
    { flags: '--so <benefit>', summary: 'with --story: what it is good for' },
    {
      flags: '-c, --criterion <text>',
      summary: 'with --story: acceptance criteria',
      repeats: true,
    },
    { flags: '--set <key=value>', summary: 'with --story: fields of the new item', repeats: true },
    { flags: '--into <id>', summary: 'this other feedback says the same and stands for it' },
    { flags: '--decline <reason>', summary: 'say no, and why: the reason goes into the answer' },
  ],
  examples: [
    { command: 'storymark triage', does: 'asks about each new feedback, and saves each decision' },
    { command: 'storymark triage H7 --link A5', does: 'says that an item answers it already' },
    {
      command:
        'storymark triage H7 --story "As a team lead, I want to see holidays, so that I plan around them"',
      does: 'adds a story with the words that asked for it, and links the two',
    },
    { command: 'storymark triage H7 --into FB-0Q', does: 'merges it into another' },
  ],
  writes: true,
  jsonKeys: ['id', 'title', 'path', 'verdict', 'to', 'reason'],
};
