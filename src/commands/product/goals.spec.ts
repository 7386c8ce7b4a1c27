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
  summary: 'show the goals: how much of the work is done, and how the measure moved',
  options: [{ flags: '--all', summary: 'reached and dropped ones too' }],
  examples: [{ command: 'storymark goals', does: 'shows the open goals, the heaviest first' }],
  jsonKeys: goalKeys,
};

export const goalMeasureSpec: CommandSpec = {
  name: 'goal measure',
  group: 'Product',
  summary: "note what a goal's measure is, or bring in many readings",
  args: [
    { name: 'goal', summary: 'any unique beginning of its id', completes: 'id' },
    { name: 'value', summary: 'what was counted' },
  ],
  options: [
    { flags: '--on <date>', summary: 'the day it was read (default: today)' },
    {
      flags: '--import <readings.csv>',
      summary: 'a line each: date, value; or goal, date, value without GOAL',
    },
  ],
  examples: [
    { command: 'storymark goal measure async-teams 4', does: 'notes it for today' },
    {
      command: 'storymark goal measure async-teams --import readings.csv',
      does: 'brings in dated readings; - for standard input',
    },
  ],
  writes: true,
  jsonKeys: goalKeys,
};
