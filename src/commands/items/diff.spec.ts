import type { CommandSpec } from '../shared/command.js';
import { privateOption } from '../shared/shared-options.js';

export const diffSpec: CommandSpec = {
  name: 'diff',
  group: 'Items',
  summary: 'say what changed in the backlog between two commits: done, added, moved, re-estimated',
  args: [
    {
      name: 'range',
      summary: 'A..B; or A, up to now (default: HEAD, what is not committed)',
    },
  ],
  options: [
    {
      flags: '--format <format>',
      summary: 'how it is written (default: text)',
      choices: ['text', 'markdown'],
    },
    privateOption,
    { flags: '--exit-code', summary: 'exit with 1 when something changed' },
  ],
  examples: [
    { command: 'storymark diff v1.2..v1.3 --format markdown', does: 'the release note' },
    { command: "storymark diff 'main@{1 week ago}'", does: 'what to talk about in refinement' },
    { command: 'storymark diff', does: 'what is not committed yet' },
  ],
  jsonKeys: [
    ...['from', 'to', 'added', 'started', 'done', 'dropped', 'reopened', 'deleted', 'estimated'],
    ...['moved', 'retitled', 'sprints', 'changed'],
  ],
};
