import { chartOption } from '../shared/chart-file.js';
import type { CommandSpec } from '../shared/command.js';

export const velocitySpec: CommandSpec = {
  name: 'velocity',
  group: 'Sprints',
  summary: 'show what closed sprints (or weeks) committed and did, the mean and the spread',
  options: [{ flags: '--last <n>', summary: 'sprints the mean is over (default: 3)' }, chartOption],
  examples: [
    { command: 'storymark velocity --last 6', does: 'the pace of the last six sprints' },
    { command: 'storymark velocity --chart velocity.svg', does: 'draws it for the review' },
  ],
  jsonKeys: ['sprints', 'mean', 'spread', 'last', 'unit', 'period', 'weeks'],
};
