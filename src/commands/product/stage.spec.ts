import { stages } from '../../item/kind.js';
import type { CommandSpec } from '../shared/command.js';

const stageKeys = ['id', 'title', 'status', 'stage', 'since', 'events', 'next', 'missing'];

export const stageSpec: CommandSpec = {
  name: 'stage',
  group: 'Product',
  summary: 'bring an epic to its next product stage, if the gate lets it through',
  args: [
    { name: 'id', summary: 'the epic; without it, the board of all', completes: 'id' },
    {
      name: 'stage',
      summary: `next, or one of ${stages.join(', ')}; without it, where the epic is and what it lacks`,
      completes: ['next', ...stages],
    },
  ],
  options: [
    {
      flags: '--evidence <what>',
      summary: 'what shows it: a web address, a file, the id of a done item; STAGE=what for one',
      repeats: true,
    },
    { flags: '--force <reason>', summary: 'pass the gate without, or go back; the reason is kept' },
    { flags: '--on <date>', summary: 'the day it came there (default: today)' },
  ],
  examples: [
    { command: 'storymark stage EP-8D', does: 'says where it is and what the next stage needs' },
    {
      command: 'storymark stage EP-8D next --evidence https://example.org/prototype',
      does: 'brings it on',
    },
    { command: 'storymark stage EP-8D launch --force "the fair is on Monday"', does: 'insists' },
  ],
  writes: true,
  jsonKeys: stageKeys,
};

export const stagesSpec: CommandSpec = {
  name: 'stages',
  group: 'Product',
  summary: 'show the epics by product stage, with what each lacks for the next',
  options: [{ flags: '--all', summary: 'done and dropped epics too' }],
  jsonKeys: stageKeys,
};
