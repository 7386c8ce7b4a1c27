import type { ArgumentSpec, CommandSpec, OptionSpec } from '../shared/command.js';
import { forceOption, touchedKeys } from '../shared/shared-options.js';

const sprintArg = (summary: string): ArgumentSpec => ({ name: 'sprint', summary, completes: 'id' });
const itemsArg: ArgumentSpec = {
  name: 'id',
  summary: 'id, or its unique beginning',
  required: true,
  variadic: true,
  completes: 'id',
};
const on: OptionSpec = { flags: '--on <date>', summary: 'date of the change (default: today)' };
const reason: OptionSpec = { flags: '--reason <text>', summary: 'reason, saved in the scope log' };

export const sprintPlanSpec: CommandSpec = {
  name: 'sprint plan',
  group: 'Sprints',
  summary: 'select the best ready items for the next sprint or sprints',
  options: [
    {
      flags: '--capacity <amount>',
      summary:
        "capacity in points (or items), or team for its calendar (default: the sprint's, backlog.yaml's, the team's, or recent velocity)",
    },
    {
      flags: '--velocity <share>',
      summary:
        'use past velocity as capacity: p50 is the median, p85 was reached by 85 % of sprints',
    },
    {
      flags: '--unit <unit>',
      summary: 'what is counted (default: points where the team estimates, else items)',
      choices: ['points', 'items', 'hours'],
    },
    {
      flags: '--must <id>',
      summary: 'items that must be in; for an epic, all its open parts',
      repeats: true,
      commas: true,
    },
    { flags: '--not <id>', summary: 'items to leave out', repeats: true, commas: true },
    { flags: '--goal <id>', summary: 'a goal that most of the points must serve' },
    { flags: '--goal-share <share>', summary: 'share of the points for --goal (default: 60%)' },
    {
      flags: '--whole <id>',
      summary: 'epics or feedback that have value only when complete; ID=8 sets the value',
      repeats: true,
      commas: true,
    },
    {
      flags: '--skill <skill=amount>',
      summary: 'capacity of a skill',
      repeats: true,
      commas: true,
    },
    {
      flags: '--member <name=amount>',
      summary: 'capacity of a member, for items assigned to them',
      repeats: true,
      commas: true,
    },
    { flags: '--reserve <share>', summary: 'reserve this share of the capacity for bugs: 20%' },
    { flags: '--sprints <count>', summary: 'number of sprints to plan' },
    {
      flags: '--discount <share>',
      summary: 'how much value is lost per sprint of waiting (default: 10%)',
    },
    { flags: '--explain', summary: 'show alternatives within 2 % of the best' },
    { flags: '--quick', summary: 'do not compute what each item costs' },
    {
      flags: '--by <model>',
      summary: 'scoring model for the value, or order to use the backlog order (default: wsjf)',
    },
    { flags: '--time-limit <seconds>', summary: 'stop searching, and report how good the best is' },
    { flags: '--node-limit <count>', summary: 'the same by search steps, for repeatable results' },
    { flags: '--apply', summary: 'put the selected items into the next sprint, created if needed' },
  ],
  examples: [
    { command: 'storymark sprint plan --capacity 24', does: 'shows the selection and its reasons' },
    { command: 'storymark sprint plan --must 9F --apply', does: 'plans around one item' },
    {
      command: 'storymark sprint plan --goal async-teams --reserve 20%',
      does: 'serves a goal and reserves capacity for bugs',
    },
    { command: 'storymark sprint plan --sprints 4', does: 'spreads the backlog over four sprints' },
  ],
  writes: true,
  jsonKeys: [
    'sprint',
    'basis',
    'unit',
    'capacity',
    'points',
    'value',
    'proven',
    'bound',
    'gap',
    'chosen',
    'left',
    'groups',
    'alternatives',
    'late',
    'assumed',
    'sprints',
    'applied',
  ],
};

export const sprintCreateSpec: CommandSpec = {
  name: 'sprint create',
  group: 'Sprints',
  summary: 'create the next sprint',
  args: [{ name: 'goal', summary: 'the sprint goal, in a line' }],
  options: [
    { flags: '--start <date>', summary: 'start date (default: the day after the last sprint)' },
    { flags: '--length <days>', summary: 'length (default: that in backlog.yaml)' },
    { flags: '--capacity <points>', summary: 'capacity in points' },
  ],
  examples: [
    {
      command: 'storymark sprint create "People see who is away"',
      does: 'creates it with the next number and dates',
    },
  ],
  writes: true,
  jsonKeys: touchedKeys,
};

export const sprintStartSpec: CommandSpec = {
  name: 'sprint start',
  group: 'Sprints',
  summary: 'start a sprint: its items become the commitment',
  args: [sprintArg('the sprint (default: the next planned one)')],
  options: [forceOption],
  writes: true,
  jsonKeys: [...touchedKeys, 'committed', 'unit'],
};

export const sprintAddSpec: CommandSpec = {
  name: 'sprint add',
  group: 'Sprints',
  summary: 'add items to a sprint',
  args: [itemsArg],
  options: [
    {
      flags: '--to <sprint>',
      summary: 'the sprint (default: the running one, or the next planned one)',
    },
    reason,
    on,
    forceOption,
  ],
  writes: true,
  jsonKeys: touchedKeys,
};

export const sprintDropSpec: CommandSpec = {
  name: 'sprint drop',
  group: 'Sprints',
  summary: 'remove items from their sprint',
  args: [itemsArg],
  options: [reason, on],
  writes: true,
  jsonKeys: touchedKeys,
};

export const sprintShowSpec: CommandSpec = {
  name: 'sprint show',
  group: 'Sprints',
  summary: 'show a sprint: goal, items, points and scope changes',
  args: [sprintArg('the sprint (default: the running one)')],
  jsonKeys: [
    'id',
    'title',
    'status',
    'start',
    'end',
    'capacity',
    'points',
    'totals',
    'items',
    'scope',
  ],
};

export const sprintListSpec: CommandSpec = {
  name: 'sprint list',
  group: 'Sprints',
  summary: 'list the sprints with committed and done points',
  jsonKeys: [
    'id',
    'title',
    'status',
    'start',
    'end',
    'capacity',
    'unit',
    'now',
    'committed',
    'done',
  ],
};

export const sprintCloseSpec: CommandSpec = {
  name: 'sprint close',
  group: 'Sprints',
  summary: 'close a sprint: record what was done, move the rest',
  args: [sprintArg('the sprint (default: the running one)')],
  options: [
    {
      flags: '--unfinished <where>',
      summary: 'where unfinished items go',
      choices: ['next', 'backlog'],
    },
    on,
  ],
  examples: [
    { command: 'storymark sprint close --unfinished next', does: 'carries the rest over' },
  ],
  writes: true,
  jsonKeys: [
    'id',
    'title',
    'unit',
    'committed',
    'added',
    'removed',
    'done',
    'carried',
    'next',
    'late',
    'adopted',
    'openActions',
  ],
};
