import type { ArgumentSpec, CommandSpec } from '../shared/command.js';

const key: ArgumentSpec = { name: 'key', summary: 'as sprint.length; without it, all of them' };

export const configGetSpec: CommandSpec = {
  name: 'config get',
  group: 'Setup',
  summary: 'print a setting, or all, defaults included',
  args: [key],
  examples: [{ command: 'storymark config get sprint.length', does: 'days a sprint lasts' }],
};

export const configSetSpec: CommandSpec = {
  name: 'config set',
  group: 'Setup',
  summary: 'change a setting in backlog.yaml, whose comments stay',
  args: [
    { ...key, summary: 'as sprint.length', required: true },
    { name: 'value', summary: 'as YAML has it; empty takes the setting out', required: true },
  ],
  examples: [
    { command: 'storymark config set sprint.length 7', does: 'sprints of one week' },
    { command: 'storymark config set points "[1, 2, 4, 8]"', does: 'a list' },
    { command: 'storymark config set timezone ""', does: 'back to the default' },
  ],
  writes: true,
};
