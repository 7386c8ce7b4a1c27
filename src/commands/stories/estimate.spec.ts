import type { CommandSpec } from '../shared/command.js';
import { forceOption } from '../shared/shared-options.js';

export const estimateSpec: CommandSpec = {
  name: 'estimate',
  group: 'Stories',
  summary: 'estimate an item with planning poker, compared with past items of each size',
  args: [{ name: 'id', summary: 'id, or its unique beginning', required: true, completes: 'id' }],
  options: [
    { flags: '--votes <votes>', summary: 'one vote per person: 3,5,8,5; ? for unsure' },
    { flags: '--points <n>', summary: 'the agreed estimate, regardless of the votes' },
    { flags: '--on <date>', summary: 'date of the estimate (default: today)' },
    forceOption,
  ],
  examples: [
    { command: 'storymark estimate 7K', does: 'shows items to compare it with, and prompts' },
    {
      command: 'storymark estimate 7K --votes 3,5,8,5',
      does: 'records the round; if votes differ widely, suggests a discussion instead',
    },
    { command: 'storymark estimate 7K --points 5', does: 'sets the agreed estimate' },
  ],
  writes: true,
  jsonKeys: ['id', 'title', 'path', 'points', 'votes', 'low', 'high', 'wide', 'references'],
};
