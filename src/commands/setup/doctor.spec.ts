import type { CommandSpec } from '../shared/command.js';

export const doctorSpec: CommandSpec = {
  name: 'doctor',
  group: 'Setup',
  summary: 'find and repair damage from merges, crashes and manual edits',
  options: [
    { flags: '--fix', summary: 'repair instead of only showing what would be done' },
    { flags: '--prune', summary: 'also remove references to documents that do not exist' },
    {
      flags: '--rename <path>',
      summary:
        'with duplicate ids, give this file a new id; ambiguous references stay with the other',
      repeats: true,
    },
    { flags: '--unlock', summary: 'with --fix: remove a lock left by another machine' },
  ],
  examples: [
    { command: 'storymark doctor', does: 'shows what is wrong and what --fix would do' },
    { command: 'storymark doctor --fix --dry-run', does: 'shows the repair as a diff' },
    { command: 'storymark doctor --fix --commit', does: 'repairs and commits' },
  ],
  writes: true,
  settles: true,
  jsonKeys: ['findings', 'left'],
};
