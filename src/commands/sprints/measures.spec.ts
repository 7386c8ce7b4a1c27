import { chartOption } from '../shared/chart-file.js';
import type { CommandSpec } from '../shared/command.js';
import { privateOption } from '../shared/shared-options.js';

export const measuresSpec: CommandSpec = {
  name: 'measures',
  group: 'Sprints',
  summary: 'show flow metrics: cycle and lead time, aging work, throughput, cumulative flow',
  args: [
    {
      name: 'what',
      summary: 'one of cycle, aging, throughput, flow (default: the first three)',
      completes: ['cycle', 'aging', 'throughput', 'flow'],
    },
  ],
  options: [
    { flags: '--since <date>', summary: 'only items done on or after this date' },
    {
      ...chartOption,
      summary: 'also draw an SVG chart: cumulative flow for flow, otherwise cycle times',
    },
    privateOption,
  ],
  examples: [
    { command: 'storymark measures', does: 'shows how long items take, and which take too long' },
    { command: 'storymark measures flow --chart flow.svg', does: 'draws the cumulative flow' },
  ],
  jsonKeys: [
    'today',
    'since',
    'cycle',
    'lead',
    'times',
    'aging',
    'throughput',
    'flow',
    'fromGit',
    'undated',
  ],
};
