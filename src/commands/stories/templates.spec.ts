import type { CommandSpec } from '../shared/command.js';

export const templatesSpec: CommandSpec = {
  name: 'templates',
  group: 'Stories',
  summary: 'list the templates, or print one',
  args: [{ name: 'name', summary: 'the template to print' }],
  examples: [
    {
      command: 'storymark templates story > backlog/templates/story.md',
      does: 'creates a custom story template that replaces the built-in one',
    },
  ],
  jsonKeys: ['name', 'type', 'summary', 'placeholders', 'text'],
};
