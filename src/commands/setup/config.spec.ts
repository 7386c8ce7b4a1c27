import type { ArgumentSpec, CommandSpec } from '../shared/command.js';

const key: ArgumentSpec = { name: 'key', summary: 'such as sprint.length (default: all)' };

export const configGetSpec: CommandSpec = {
  name: 'config get',
  group: 'Setup',
  summary: 'print a setting, or all settings including defaults',
  args: [key],
  examples: [{ command: 'storymark config get sprint.length', does: 'days a sprint lasts' }],
};

export const configSetSpec: CommandSpec = {
  name: 'config set',
  group: 'Setup',
  summary: 'change a setting in backlog.yaml, keeping its comments',
  args: [
    { ...key, summary: 'such as sprint.length', required: true },
    { name: 'value', summary: 'YAML value; empty removes the setting', required: true },
  ],
  examples: [
    { command: 'storymark config set sprint.length 7', does: 'sprints of one week' },
    { command: 'storymark config set points "[1, 2, 4, 8]"', does: 'a list' },
    { command: 'storymark config set timezone ""', does: 'back to the default' },
  ],
  writes: true,
};
