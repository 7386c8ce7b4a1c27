import type { CommandSpec } from '../shared/command.js';
import { privateOption } from '../shared/shared-options.js';

const kinds = ['sprint', 'daily', 'stakeholder', 'status'];

export const reportSpec: CommandSpec = {
  name: 'report',
  group: 'Stakeholders',
  summary: 'write a page as Markdown: sprint, daily, stakeholder or status',
  args: [
    { name: 'kind', summary: kinds.join(', '), required: true, completes: kinds },
    { name: 'of', summary: 'the sprint, or the stakeholder by id or name', completes: 'id' },
  ],
  options: [
    { flags: '--by <model>', summary: 'the scoring model places are explained by' },
    privateOption,
  ],
  examples: [
    { command: 'storymark report daily', does: 'the running sprint this morning' },
    { command: 'storymark report stakeholder ACME', does: 'what they asked and what came of it' },
    { command: 'storymark report status > status.md', does: 'goals, pace, dates, risks' },
  ],
  jsonKeys: ['kind', 'text', 'report'],
};
