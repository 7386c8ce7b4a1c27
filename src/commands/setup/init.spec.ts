import type { CommandSpec } from '../shared/command.js';

export const initSpec: CommandSpec = {
  name: 'init',
  group: 'Setup',
  summary: 'make a backlog in this folder',
  args: [
    { name: 'dir', summary: 'folder that gets backlog/ (default: this one)', completes: 'file' },
  ],
  options: [
    { flags: '--product <name>', summary: "the product's name" },
    { flags: '--ids <style>', summary: 'how ids are made', choices: ['random', 'sequential'] },
    { flags: '--hooks', summary: 'have git check stories before each commit' },
    {
      flags: '--git',
      summary: 'have git merge documents field by field, in an old backlog or clone',
    },
  ],
  examples: [
    { command: 'storymark init', does: 'makes backlog/ with commented settings' },
    { command: 'storymark init --hooks', does: 'adds a pre-commit hook, to an old backlog too' },
    { command: 'storymark init --git', does: 'sets up merging in a fresh clone' },
  ],
  writes: true,
};
