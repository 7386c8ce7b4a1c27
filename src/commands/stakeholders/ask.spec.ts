import type { CommandSpec } from '../shared/command.js';

export const askSpec: CommandSpec = {
  name: 'ask',
  group: 'Stakeholders',
  summary: 'add, answer or list open questions',
  args: [
    { name: 'id', summary: 'the document it is about', completes: 'id' },
    { name: 'text', summary: 'the question, or the answer with --answer' },
  ],
  options: [
    { flags: '--to <stakeholder>', summary: 'stakeholder who should answer, by id or name' },
    { flags: '--answer <n>', summary: 'answer the question with this number; TEXT is the answer' },
    { flags: '--on <date>', summary: 'date of the question or answer (default: today)' },
    { flags: '--all', summary: 'include answered questions' },
  ],
  examples: [
    { command: 'storymark ask 7K "Also on the phone?" --to ACME', does: 'adds a question' },
    { command: 'storymark ask', does: 'lists every open question, the oldest first' },
    { command: 'storymark ask 7K "Yes, there above all" --answer 1', does: 'answers the first' },
  ],
  writes: true,
  jsonKeys: ['id', 'title', 'number', 'on', 'to', 'question', 'answered', 'answer'],
};
