import { chartOption } from '../shared/chart-file.js';
import type { CommandSpec } from '../shared/command.js';
import { privateOption } from '../shared/shared-options.js';

export const burndownSpec: CommandSpec = {
  name: 'burndown',
  group: 'Sprints',
  summary: 'show the remaining work of a sprint, day by day',
  args: [
    {
      name: 'sprint',
      summary: 'the sprint (default: the running one, else the last closed)',
      completes: 'id',
    },
  ],
  options: [
    { flags: '--burnup', summary: 'show completed work against the scope' },
    chartOption,
    privateOption,
  ],
  examples: [
    { command: 'storymark burndown', does: 'plots the running sprint' },
    { command: 'storymark burndown 2026-S23 --burnup --chart up.svg', does: 'draws a closed one' },
  ],
  jsonKeys: [
    'id',
    'title',
    'status',
    'start',
    'end',
    'today',
    'committed',
    'days',
    'undated',
    'unestimated',
  ],
};
