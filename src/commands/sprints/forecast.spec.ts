import { chartOption } from '../shared/chart-file.js';
import type { CommandSpec } from '../shared/command.js';
import { privateOption } from '../shared/shared-options.js';

export const forecastSpec: CommandSpec = {
  name: 'forecast',
  group: 'Sprints',
  summary: 'say when work will be done, or how much by a day, and how sure that is',
  args: [
    {
      name: 'what',
      summary:
        'ids (an epic, goal, sprint, persona or stakeholder stands for its items), or a query (default: all)',
      variadic: true,
      completes: 'id',
    },
  ],
  options: [
    { flags: '--top <n>', summary: 'the first n open items' },
    { flags: '--by <date>', summary: 'how much is done by this day, and the chance of all of it' },
    { flags: '--alone', summary: 'as if nothing stood before it in the backlog' },
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
        'what is resampled: closed sprints, or weeks by done dates (default: as the team works)',
      choices: ['sprints', 'weeks'],
    },
    { flags: '--trials <n>', summary: 'imagined futures (default: 10000)' },
    { flags: '--seed <n>', summary: 'another set of futures (default: 1)' },
    { flags: '--backtest', summary: 'replay the history: how often did such forecasts hold?' },
    chartOption,
    privateOption,
  ],
  examples: [
    { command: 'storymark forecast epic:EP-2M9', does: 'when an epic will be done' },
    { command: 'storymark forecast --top 10 --growth 0-30', does: 'with room for what comes up' },
    { command: 'storymark forecast --by 2027-03-31', does: 'how much will be done by then' },
    { command: 'storymark forecast --backtest', does: 'whether to believe it' },
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
