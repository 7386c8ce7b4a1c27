import type { CommandSpec } from '../shared/command.js';

export const refineSpec: CommandSpec = {
  name: 'refine',
  group: 'Stories',
  summary: 'go through the top of the backlog and get items ready',
  args: [{ name: 'query', summary: 'query as for list (default: all open items)', variadic: true }],
  options: [
    { flags: '--top <n>', summary: 'number of items (default: 10)' },
    { flags: '--agenda', summary: 'print a Markdown list for the meeting without prompting' },
  ],
  examples: [
    {
      command: 'storymark refine',
      does: 'prompts for estimates and criteria, and saves each answer',
    },
    { command: 'storymark refine --agenda --top 5', does: 'prints what to discuss' },
    { command: 'storymark refine label:mobile', does: 'goes through these only' },
  ],
  writes: true,
  jsonKeys: ['items', 'ready', 'references'],
};
