import type { CommandSpec } from '../shared/command.js';

export const answerSpec: CommandSpec = {
  name: 'answer',
  group: 'Stakeholders',
  summary: 'write the reply to feedback: what came of it, why it stands where it does, and when',
  args: [{ name: 'id', summary: 'the feedback', required: true, completes: 'id' }],
  options: [
    { flags: '--save', summary: 'keep it with the feedback, with the day that was told' },
    { flags: '--text <text>', summary: 'with --save: these words instead' },
    { flags: '--on <date>', summary: 'with --save: the day it was given (default: today)' },
    { flags: '--by <model>', summary: "the model that says why (default: the backlog's, wsjf)" },
  ],
  examples: [
    { command: 'storymark answer FB-0Q', does: 'prints a reply to paste into mail or chat' },
    { command: 'storymark answer FB-0Q --save', does: 'keeps it; check warns when its date slips' },
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
