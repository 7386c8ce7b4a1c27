import type { CommandSpec } from '../shared/command.js';

export const todaySpec: CommandSpec = {
  name: 'today',
  group: 'Stakeholders',
  summary: 'show what needs your decision now, each with the command that settles it',
  options: [{ flags: '-a, --all', summary: 'all of each kind, not the first few' }],
  examples: [{ command: 'storymark today', does: 'where a day begins' }],
  jsonKeys: ['kind', 'id', 'title', 'why', 'command'],
};
