import type { CommandSpec } from '../shared/command.js';
import { privateOption } from '../shared/shared-options.js';

export const diffSpec: CommandSpec = {
  name: 'diff',
  group: 'Items',
  summary: 'show what changed in the backlog between two commits',
  args: [
    {
      name: 'range',
      summary: 'A..B, or A for changes since A (default: HEAD)',
    },
  ],
  options: [
    {
      flags: '--format <format>',
      summary: 'output format (default: text)',
      choices: ['text', 'markdown'],
    },
    privateOption,
    { flags: '--exit-code', summary: 'exit with 1 if something changed' },
  ],
  examples: [
    { command: 'storymark diff v1.2..v1.3 --format markdown', does: 'the release note' },
    { command: "storymark diff 'main@{1 week ago}'", does: 'topics for refinement' },
    { command: 'storymark diff', does: 'uncommitted changes' },
  ],
  jsonKeys: [
    ...['from', 'to', 'added', 'started', 'done', 'dropped', 'reopened', 'deleted', 'estimated'],
    ...['moved', 'retitled', 'sprints', 'changed'],
  ],
};
