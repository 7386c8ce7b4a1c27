import { chartOption } from '../shared/chart-file.js';
import type { CommandSpec } from '../shared/command.js';
import { privateOption } from '../shared/shared-options.js';

export const measuresSpec: CommandSpec = {
  name: 'measures',
  group: 'Sprints',
  summary: 'show how work flows: cycle and lead time, aging work, throughput, cumulative flow',
  args: [
    {
      name: 'what',
      summary: 'one of cycle, aging, throughput, flow (default: the first three)',
      completes: ['cycle', 'aging', 'throughput', 'flow'],
    },
  ],
  options: [
    { flags: '--since <date>', summary: 'only what was done on this day or later' },
    {
      ...chartOption,
      summary: 'also draw it as an SVG file: cumulative flow for flow, else cycle times',
    },
    privateOption,
  ],
  examples: [
    { command: 'storymark measures', does: 'how long items take, and which take too long' },
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
