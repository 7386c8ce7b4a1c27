import type { CommandSpec } from '../shared/command.js';

export const doctorSpec: CommandSpec = {
  name: 'doctor',
  group: 'Setup',
  summary: 'find and repair what merges, crashes and hands have broken',
  options: [
    { flags: '--fix', summary: 'repair it; without this, only say what would be done' },
    { flags: '--prune', summary: 'remove references that name nothing, too' },
    {
      flags: '--rename <path>',
      summary:
        'of files with one id, give this one the new id; what is unclear stays with the other',
      repeats: true,
    },
    { flags: '--unlock', summary: 'with --fix: remove a lock left by another machine' },
  ],
  examples: [
    { command: 'storymark doctor', does: 'says what is wrong and what --fix would do' },
    { command: 'storymark doctor --fix --dry-run', does: 'shows the repair as a diff' },
    { command: 'storymark doctor --fix --commit', does: 'repairs and commits' },
  ],
  writes: true,
  settles: true,
  jsonKeys: ['findings', 'left'],
};
