import { chartOption } from '../shared/chart-file.js';
import type { CommandSpec } from '../shared/command.js';

export const velocitySpec: CommandSpec = {
  name: 'velocity',
  group: 'Sprints',
  summary: 'show committed and done points of closed sprints (or weeks), with mean and spread',
  options: [
    { flags: '--last <n>', summary: 'number of sprints in the mean (default: 3)' },
    chartOption,
  ],
  examples: [
    { command: 'storymark velocity --last 6', does: 'shows the pace of the last six sprints' },
    { command: 'storymark velocity --chart velocity.svg', does: 'draws it for the review' },
  ],
  jsonKeys: ['sprints', 'mean', 'spread', 'last', 'unit', 'period', 'weeks'],
};
