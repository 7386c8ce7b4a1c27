import { stages } from '../../item/kind.js';
import type { CommandSpec } from '../shared/command.js';

const stageKeys = ['id', 'title', 'status', 'stage', 'since', 'events', 'next', 'missing'];

export const stageSpec: CommandSpec = {
  name: 'stage',
  group: 'Product',
  summary: 'move an epic to its next product stage if it passes the gate',
  args: [
    { name: 'id', summary: 'the epic (default: show the board of all)', completes: 'id' },
    {
      name: 'stage',
      summary: `next, or one of ${stages.join(', ')}; without it, show the current stage and what is missing`,
      completes: ['next', ...stages],
    },
  ],
  options: [
    {
      flags: '--evidence <what>',
      summary: 'evidence: a URL, a file or the id of a done item; STAGE=what for one stage',
      repeats: true,
    },
    {
      flags: '--force <reason>',
      summary: 'pass the gate without evidence, or go back; the reason is saved',
    },
    { flags: '--on <date>', summary: 'date of the change (default: today)' },
  ],
  examples: [
    { command: 'storymark stage EP-8D', does: 'shows its stage and what the next one needs' },
    {
      command: 'storymark stage EP-8D next --evidence https://example.org/prototype',
      does: 'moves it to the next stage',
    },
    { command: 'storymark stage EP-8D launch --force "the fair is on Monday"', does: 'insists' },
  ],
  writes: true,
  jsonKeys: stageKeys,
};

export const stagesSpec: CommandSpec = {
  name: 'stages',
  group: 'Product',
  summary: 'show the epics by product stage, and what each needs for the next',
  options: [{ flags: '--all', summary: 'include done and dropped epics' }],
  jsonKeys: stageKeys,
};
