import type { CommandSpec } from '../shared/command.js';

export const askSpec: CommandSpec = {
  name: 'ask',
  group: 'Stakeholders',
  summary: 'note an open question, answer one, or list those that are open',
  args: [
    { name: 'id', summary: 'the document it is about', completes: 'id' },
    { name: 'text', summary: 'the question, or with --answer the answer' },
  ],
  options: [
    { flags: '--to <stakeholder>', summary: 'who has to answer, by id or name' },
    { flags: '--answer <n>', summary: 'tick the question of this number; TEXT is the answer' },
    { flags: '--on <date>', summary: 'the day it was asked or answered (default: today)' },
    { flags: '--all', summary: 'list answered ones too' },
  ],
  examples: [
    { command: 'storymark ask 7K "Also on the phone?" --to ACME', does: 'notes a question' },
    { command: 'storymark ask', does: 'lists every open question, the oldest first' },
    { command: 'storymark ask 7K "Yes, there above all" --answer 1', does: 'answers the first' },
  ],
  writes: true,
  jsonKeys: ['id', 'title', 'number', 'on', 'to', 'question', 'answered', 'answer'],
};
