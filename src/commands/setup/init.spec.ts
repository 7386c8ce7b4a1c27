import type { CommandSpec } from '../shared/command.js';

export const initSpec: CommandSpec = {
  name: 'init',
  group: 'Setup',
  summary: 'create a backlog in this folder',
  args: [
    { name: 'dir', summary: 'folder to create backlog/ in (default: this one)', completes: 'file' },
  ],
  options: [
    { flags: '--product <name>', summary: "the product's name" },
    { flags: '--ids <style>', summary: 'style of ids', choices: ['random', 'sequential'] },
    { flags: '--hooks', summary: 'install a git hook that checks stories before each commit' },
    {
      flags: '--git',
      summary: 'set up git to merge documents field by field, in an existing backlog or clone',
    },
  ],
  examples: [
    { command: 'storymark init', does: 'creates backlog/ with commented settings' },
    {
      command: 'storymark init --hooks',
      does: 'adds a pre-commit hook, even to an existing backlog',
    },
    { command: 'storymark init --git', does: 'sets up merging in a fresh clone' },
  ],
  writes: true,
};
