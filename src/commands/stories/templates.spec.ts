import type { CommandSpec } from '../shared/command.js';

export const templatesSpec: CommandSpec = {
  name: 'templates',
  group: 'Stories',
  summary: 'list the templates, or print one',
  args: [{ name: 'name', summary: 'the template to print' }],
  examples: [
    {
      command: 'storymark templates story > backlog/templates/story.md',
      does: "starts a backlog's own story template, which then replaces the shipped one",
    },
  ],
  jsonKeys: ['name', 'type', 'summary', 'placeholders', 'text'],
};
