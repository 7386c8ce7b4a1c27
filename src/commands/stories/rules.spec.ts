import type { CommandSpec } from '../shared/command.js';

export const rulesSpec: CommandSpec = {
  name: 'rules',
  group: 'Stories',
  summary: 'list the rules check goes by',
  jsonKeys: ['id', 'severity', 'presets', 'fixable', 'summary', 'why'],
};

export const explainSpec: CommandSpec = {
  name: 'explain',
  group: 'Stories',
  summary: 'say what a rule asks for, why, and show examples',
  args: [{ name: 'rule', summary: 'as story/no-role', required: true }],
  jsonKeys: [
    ...['id', 'severity', 'presets', 'fixable', 'summary', 'why'],
    ...['options', 'supersedes', 'good', 'bad'],
  ],
};
