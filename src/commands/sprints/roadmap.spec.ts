import { chartOption } from '../shared/chart-file.js';
import type { CommandSpec } from '../shared/command.js';
import { privateOption } from '../shared/shared-options.js';

export const roadmapSpec: CommandSpec = {
  name: 'roadmap',
  group: 'Sprints',
  summary: 'show the epics by now, next and later, or by quarter, with when each is likely done',
  options: [
    { flags: '--quarters', summary: 'by the quarter that 85 % of futures are done in' },
    {
      flags: '--format <format>',
      summary: 'how it is written (default: text)',
      choices: ['text', 'markdown'],
    },
    { flags: '--growth <percent>', summary: 'how much the work grows: 20, or a range 0-50' },
    privateOption,
    chartOption,
  ],
  examples: [
    { command: 'storymark roadmap', does: 'what is now, next and later' },
    { command: 'storymark roadmap --format markdown > ROADMAP.md', does: 'for a wiki or a mail' },
    { command: 'storymark roadmap --quarters --chart roadmap.svg', does: 'for the slides' },
  ],
  jsonKeys: ['assumed', 'today', 'samples', 'enough', 'entries', 'late'],
};
