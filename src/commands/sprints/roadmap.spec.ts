import { chartOption } from '../shared/chart-file.js';
import type { CommandSpec } from '../shared/command.js';
import { privateOption } from '../shared/shared-options.js';

export const roadmapSpec: CommandSpec = {
  name: 'roadmap',
  group: 'Sprints',
  summary: 'show the epics as now, next and later, or by quarter, with likely dates',
  options: [
    { flags: '--quarters', summary: 'group by quarter (85 % likely done by then)' },
    {
      flags: '--format <format>',
      summary: 'output format (default: text)',
      choices: ['text', 'markdown'],
    },
    {
      flags: '--growth <percent>',
      summary: 'expected growth of the work in percent: 20, or a range 0-50',
    },
    privateOption,
    chartOption,
  ],
  examples: [
    { command: 'storymark roadmap', does: 'shows what is now, next and later' },
    { command: 'storymark roadmap --format markdown > ROADMAP.md', does: 'for a wiki or a mail' },
    { command: 'storymark roadmap --quarters --chart roadmap.svg', does: 'for the slides' },
  ],
  jsonKeys: ['assumed', 'today', 'samples', 'enough', 'entries', 'late'],
};
