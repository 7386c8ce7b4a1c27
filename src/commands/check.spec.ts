import type { CommandSpec } from './command.js';

export const checkSpec: CommandSpec = {
  name: 'check',
  group: 'Stories',
  summary: 'check stories and the backlog around them',
  args: [
    {
      name: 'path',
      summary: 'files or folders of the backlog, or Markdown files anywhere',
      variadic: true,
      completes: 'file',
    },
  ],
  options: [
    { flags: '--format <format>', summary: 'how to report', choices: ['stylish', 'json'] },
    { flags: '--quiet', summary: 'errors only' },
  ],
  examples: [
    { command: 'storymark check', does: 'the whole backlog; exits with 1 when there are errors' },
    { command: 'storymark check story.md', does: 'a lone file outside any backlog' },
  ],
  jsonKeys: ['files', 'errors', 'warnings', 'findings'],
};
