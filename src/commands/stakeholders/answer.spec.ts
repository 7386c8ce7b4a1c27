import type { CommandSpec } from '../shared/command.js';

export const answerSpec: CommandSpec = {
  name: 'answer',
  group: 'Stakeholders',
  summary: 'write the reply to feedback: outcome, reasons and date',
  args: [{ name: 'id', summary: 'the feedback', required: true, completes: 'id' }],
  options: [
    { flags: '--save', summary: 'save it in the feedback, with the promised date' },
    { flags: '--text <text>', summary: 'with --save: use this text instead' },
    { flags: '--on <date>', summary: 'with --save: date of the answer (default: today)' },
    {
      flags: '--by <model>',
      summary: "scoring model for the reasons (default: the backlog's, or wsjf)",
    },
  ],
  examples: [
    { command: 'storymark answer FB-0Q', does: 'prints a reply to paste into email or chat' },
    { command: 'storymark answer FB-0Q --save', does: 'saves it; check warns if its date slips' },
  ],
  writes: true,
  jsonKeys: [
    'id',
    'to',
    'quote',
    'on',
    'outcome',
    'reason',
    'items',
    'from',
    'by',
    'promised',
    'slips',
    'samples',
    'questions',
    'hidden',
    'text',
  ],
};
