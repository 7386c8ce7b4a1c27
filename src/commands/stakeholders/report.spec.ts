import type { CommandSpec } from '../shared/command.js';
import { privateOption } from '../shared/shared-options.js';

const kinds = ['sprint', 'daily', 'stakeholder', 'status'];

export const reportSpec: CommandSpec = {
  name: 'report',
  group: 'Stakeholders',
  summary: 'write a Markdown report: sprint, daily, stakeholder or status',
  args: [
    { name: 'kind', summary: kinds.join(', '), required: true, completes: kinds },
    { name: 'of', summary: 'the sprint, or the stakeholder by id or name', completes: 'id' },
  ],
  options: [{ flags: '--by <model>', summary: 'scoring model for the reasons' }, privateOption],
  examples: [
    { command: 'storymark report daily', does: 'reports on the running sprint' },
    {
      command: 'storymark report stakeholder ACME',
      does: 'reports on their requests and the outcomes',
    },
    {
      command: 'storymark report status > status.md',
      does: 'reports goals, pace, dates and risks',
    },
  ],
  jsonKeys: ['kind', 'text', 'report'],
};
