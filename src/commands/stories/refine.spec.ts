import type { CommandSpec } from '../shared/command.js';

export const refineSpec: CommandSpec = {
  name: 'refine',
  group: 'Stories',
  summary: 'go through the top of the backlog: what is not ready, why, and mend it',
  args: [
    { name: 'query', summary: 'as list takes it; without one, all open work', variadic: true },
  ],
  options: [
    { flags: '--top <n>', summary: 'how many items to look at (default: 10)' },
    { flags: '--agenda', summary: 'print a list for the meeting, as Markdown, and ask nothing' },
  ],
  examples: [
    { command: 'storymark refine', does: 'asks for estimates and criteria; saves each answer' },
    { command: 'storymark refine --agenda --top 5', does: 'prints what to talk about' },
    { command: 'storymark refine label:mobile', does: 'looks at these only' },
  ],
  writes: true,
  jsonKeys: ['items', 'ready', 'references'],
};
