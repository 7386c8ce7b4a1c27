import type { CommandSpec } from '../shared/command.js';
import { privateOption } from '../shared/shared-options.js';

export const traceSpec: CommandSpec = {
  name: 'trace',
  group: 'Stakeholders',
  summary: 'trace a document to the people and goals behind it, and to its results',
  args: [
    {
      name: 'id',
      summary: 'a stakeholder, feedback, goal, persona, epic, item or sprint',
      completes: 'id',
    },
  ],
  options: [
    { flags: '--matrix', summary: 'show all feedback against the items that answer it' },
    privateOption,
    {
      flags: '--format <format>',
      summary: 'with --matrix: output format',
      choices: ['text', 'csv', 'markdown'],
    },
  ],
  examples: [
    {
      command: 'storymark trace acme',
      does: 'shows the requests of a stakeholder and their results',
    },
    { command: 'storymark trace 7K', does: 'shows what is behind an item and what came of it' },
    { command: 'storymark trace --matrix --format csv', does: 'a table for a spreadsheet' },
  ],
  jsonKeys: ['id', 'title', 'type', 'status', 'outcome', 'why', 'became', 'feedback', 'items'],
};
