import type { ArgumentSpec, CommandSpec, OptionSpec } from '../shared/command.js';
import { forceOption, touchedKeys } from '../shared/shared-options.js';

const sprintArg = (summary: string): ArgumentSpec => ({ name: 'sprint', summary, completes: 'id' });
const itemsArg: ArgumentSpec = {
  name: 'id',
  summary: 'any unique beginning of an id',
  required: true,
  variadic: true,
  completes: 'id',
};
const on: OptionSpec = { flags: '--on <date>', summary: 'the day it happened (default: today)' };
const reason: OptionSpec = { flags: '--reason <text>', summary: 'why, kept in the scope log' };

export const sprintPlanSpec: CommandSpec = {
  name: 'sprint plan',
  group: 'Sprints',
  summary: 'choose the best set of ready items for the next sprint, or for several',
  options: [
    {
      flags: '--capacity <amount>',
      summary:
        "points (or items) to fill, or team: its calendar (default: the sprint's, backlog.yaml's, the team's, or recent velocity)",
    },
    {
      flags: '--velocity <share>',
      summary: 'fill what past sprints reached: p50 the median, p85 what 85 % of them did',
    },
    {
      flags: '--unit <unit>',
      summary: 'what is counted (default: points where the team estimates, else items)',
      choices: ['points', 'items', 'hours'],
    },
    {
      flags: '--must <id>',
      summary: 'items that have to be in; an epic: all its open parts',
      repeats: true,
      commas: true,
    },
    { flags: '--not <id>', summary: 'items that stay out', repeats: true, commas: true },
    { flags: '--goal <id>', summary: 'a goal that most of the points have to serve' },
    { flags: '--goal-share <share>', summary: 'how much of them (default: 60%)' },
    {
      flags: '--whole <id>',
      summary: 'epics or feedback worth something only when all of it is in; id=8 says what',
      repeats: true,
      commas: true,
    },
    {
      flags: '--skill <skill=amount>',
      summary: "a skill's part of the capacity",
      repeats: true,
      commas: true,
    },
    {
      flags: '--member <name=amount>',
      summary: "a member's part, for items they are assigned",
      repeats: true,
      commas: true,
    },
    { flags: '--reserve <share>', summary: 'keep this share of the capacity for bugs: 20%' },
    { flags: '--sprints <count>', summary: 'plan as many sprints; the sooner, the better' },
    {
      flags: '--discount <share>',
      summary: 'how much less value counts with every sprint it waits (default: 10%)',
    },
    { flags: '--explain', summary: 'show other sets within 2 % of the best' },
    { flags: '--quick', summary: 'leave out what each item costs' },
    {
      flags: '--by <model>',
      summary:
        'model whose benefit is summed, or order: the higher in the backlog, the better (default: wsjf)',
    },
    { flags: '--time-limit <seconds>', summary: 'stop searching, and say how good the best is' },
    { flags: '--node-limit <count>', summary: 'the same, by steps: repeatable' },
    { flags: '--apply', summary: 'put the chosen items into the next sprint, made when needed' },
  ],
  examples: [
    { command: 'storymark sprint plan --capacity 24', does: 'shows the choice and its reasons' },
    { command: 'storymark sprint plan --must 9F --apply', does: 'plans around one item' },
    {
      command: 'storymark sprint plan --goal async-teams --reserve 20%',
      does: 'serves a goal and keeps room for bugs',
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
  summary: 'make the next sprint',
  args: [{ name: 'goal', summary: 'the sprint goal, in a line' }],
  options: [
    { flags: '--start <date>', summary: 'its first day (default: the day after the last sprint)' },
    { flags: '--length <days>', summary: "its length (default: backlog.yaml's)" },
    { flags: '--capacity <points>', summary: 'points the team can take on' },
  ],
  examples: [
    {
      command: 'storymark sprint create "People see who is away"',
      does: 'makes it with the next number and dates',
    },
  ],
  writes: true,
  jsonKeys: touchedKeys,
};

export const sprintStartSpec: CommandSpec = {
  name: 'sprint start',
  group: 'Sprints',
  summary: 'start a sprint: what is in it now is the commitment',
  args: [sprintArg('the sprint (default: the next planned one)')],
  options: [forceOption],
  writes: true,
  jsonKeys: [...touchedKeys, 'committed', 'unit'],
};

export const sprintAddSpec: CommandSpec = {
  name: 'sprint add',
  group: 'Sprints',
  summary: 'take items into a sprint',
  args: [itemsArg],
  options: [
    {
      flags: '--to <sprint>',
      summary: 'which (default: the running one, else the next planned one)',
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
  summary: 'take items out of their sprint',
  args: [itemsArg],
  options: [reason, on],
  writes: true,
  jsonKeys: touchedKeys,
};

export const sprintShowSpec: CommandSpec = {
  name: 'sprint show',
  group: 'Sprints',
  summary: 'show a sprint: goal, items, points, what came and went',
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
  summary: 'list the sprints with what was committed and done',
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
  summary: 'close a sprint: freeze what was done, move on what was not',
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
