import type { CommandSpec } from '../shared/command.js';

const goalKeys = [
  'id',
  'title',
  'status',
  'measure',
  'target',
  'current',
  'readings',
  'reached',
  'weight',
  'horizon',
  'stakeholders',
  'unit',
  'items',
  'points',
  'unestimated',
  'against',
];

export const visionSpec: CommandSpec = {
  name: 'vision',
  group: 'Product',
  summary: 'print the product vision as a sentence',
  jsonKeys: ['name', 'for', 'need', 'product', 'benefit', 'difference', 'sentence'],
};

export const goalsSpec: CommandSpec = {
  name: 'goals',
  group: 'Product',
  summary: 'show the goals: progress of their work and of their measure',
  options: [{ flags: '--all', summary: 'include reached and dropped goals' }],
  examples: [{ command: 'storymark goals', does: 'shows the open goals, highest weight first' }],
  jsonKeys: goalKeys,
};

export const goalMeasureSpec: CommandSpec = {
  name: 'goal measure',
  group: 'Product',
  summary: "record a reading of a goal's measure, or import readings",
  args: [
    { name: 'goal', summary: 'id of the goal, or its unique beginning', completes: 'id' },
    { name: 'value', summary: 'the value' },
  ],
  options: [
    { flags: '--on <date>', summary: 'date of the reading (default: today)' },
    {
      flags: '--import <readings.csv>',
      summary: 'CSV rows of date, value; or goal, date, value without GOAL',
    },
  ],
  examples: [
    { command: 'storymark goal measure async-teams 4', does: 'records it for today' },
    {
      command: 'storymark goal measure async-teams --import readings.csv',
      does: 'imports dated readings; - for standard input',
    },
  ],
  writes: true,
  jsonKeys: goalKeys,
};
