import type { CommandSpec } from '../shared/command.js';
import { privateOption } from '../shared/shared-options.js';

export const traceSpec: CommandSpec = {
  name: 'trace',
  group: 'Stakeholders',
  summary: 'follow a document to the people and goals behind it, and to what came of it',
  args: [
    {
      name: 'id',
      summary: 'a stakeholder, feedback, goal, persona, epic, item or sprint',
      completes: 'id',
    },
  ],
  options: [
    { flags: '--matrix', summary: 'all feedback by the items that answer it' },
    privateOption,
    {
      flags: '--format <format>',
      summary: 'with --matrix: how to write it',
      choices: ['text', 'csv', 'markdown'],
    },
  ],
  examples: [
    { command: 'storymark trace acme', does: 'what a stakeholder asked for, and what came of it' },
    { command: 'storymark trace 7K', does: 'who and what is behind an item, both ways' },
    { command: 'storymark trace --matrix --format csv', does: 'a table for a spreadsheet' },
  ],
  jsonKeys: ['id', 'title', 'type', 'status', 'outcome', 'why', 'became', 'feedback', 'items'],
};
