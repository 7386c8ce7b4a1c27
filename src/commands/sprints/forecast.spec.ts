import { chartOption } from '../shared/chart-file.js';
import type { CommandSpec } from '../shared/command.js';
import { privateOption } from '../shared/shared-options.js';

export const forecastSpec: CommandSpec = {
  name: 'forecast',
  group: 'Sprints',
  summary: 'forecast when work will be done, or how much by a date',
  args: [
    {
      name: 'what',
      summary:
        'ids (an epic, goal, sprint, persona or stakeholder means its items), or a query (default: all)',
      variadic: true,
      completes: 'id',
    },
  ],
  options: [
    { flags: '--top <n>', summary: 'the first n open items' },
    { flags: '--by <date>', summary: 'how much is done by this date, and the chance of all of it' },
    { flags: '--alone', summary: 'ignore items that come before it in the backlog' },
    {
      flags: '--growth <percent>',
      summary: 'how much the work grows by new and split items: 20, or a range 0-50',
    },
    {
      flags: '--unit <unit>',
      summary: 'what is counted (default: points where the team estimates, else items)',
      choices: ['points', 'items'],
    },
    {
      flags: '--from <samples>',
      summary:
        'what to sample: closed sprints, or weeks by done dates (default: as the team works)',
      choices: ['sprints', 'weeks'],
    },
    { flags: '--trials <n>', summary: 'number of simulation runs (default: 10000)' },
    { flags: '--seed <n>', summary: 'random seed (default: 1)' },
    { flags: '--backtest', summary: 'replay the history: how often were forecasts right?' },
    chartOption,
    privateOption,
  ],
  examples: [
    { command: 'storymark forecast epic:EP-2M9', does: 'forecasts when an epic will be done' },
    { command: 'storymark forecast --top 10 --growth 0-30', does: 'allows for unplanned work' },
    {
      command: 'storymark forecast --by 2027-03-31',
      does: 'forecasts how much will be done by then',
    },
    { command: 'storymark forecast --backtest', does: 'checks the accuracy of past forecasts' },
  ],
  jsonKeys: [
    'assumed',
    'seed',
    'trials',
    'samples',
    'remaining',
    'unit',
    'percentiles',
    'scope',
    'items',
    'ahead',
    'period',
    'hasSprints',
    'history',
    'enough',
    'unestimated',
    'growth',
    'already',
    'uncounted',
    'due',
    'by',
    'outcomes',
    'backtest',
  ],
};
