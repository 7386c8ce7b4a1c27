import type { CommandSpec } from '../shared/command.js';
import { forceOption } from '../shared/shared-options.js';

export const estimateSpec: CommandSpec = {
  name: 'estimate',
  group: 'Stories',
  summary: 'estimate an item: planning poker, beside what past items of each size were',
  args: [{ name: 'id', summary: 'any unique beginning of an id', required: true, completes: 'id' }],
  options: [
    { flags: '--votes <votes>', summary: 'what each gave: 3,5,8,5; ? for who cannot say' },
    { flags: '--points <n>', summary: 'what you agreed on, whatever the votes say' },
    { flags: '--on <date>', summary: 'the day it was estimated (default: today)' },
    forceOption,
  ],
  examples: [
    { command: 'storymark estimate 7K', does: 'shows what to compare it with, and asks' },
    {
      command: 'storymark estimate 7K --votes 3,5,8,5',
      does: 'keeps the round; where it is wide, asks to talk instead of taking a number',
    },
    { command: 'storymark estimate 7K --points 5', does: 'sets what was agreed' },
  ],
  writes: true,
  jsonKeys: ['id', 'title', 'path', 'points', 'votes', 'low', 'high', 'wide', 'references'],
};
