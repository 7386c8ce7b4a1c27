import type { CommandSpec } from '../shared/command.js';

export const todaySpec: CommandSpec = {
  name: 'today',
  group: 'Stakeholders',
  summary: 'show what needs your decision now, with the command for each',
  options: [{ flags: '-a, --all', summary: 'show all entries instead of the first few' }],
  examples: [{ command: 'storymark today', does: 'starts your day' }],
  jsonKeys: ['kind', 'id', 'title', 'why', 'command'],
};
