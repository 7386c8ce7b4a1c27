import type { CommandSpec } from '../shared/command.js';

export const rulesSpec: CommandSpec = {
  name: 'rules',
  group: 'Stories',
  summary: 'list the rules of check',
  jsonKeys: ['id', 'severity', 'presets', 'fixable', 'summary', 'why'],
};

export const explainSpec: CommandSpec = {
  name: 'explain',
  group: 'Stories',
  summary: 'explain a rule, with examples',
  args: [{ name: 'rule', summary: 'such as story/no-role', required: true }],
  jsonKeys: [
    ...['id', 'severity', 'presets', 'fixable', 'summary', 'why'],
    ...['options', 'supersedes', 'good', 'bad'],
  ],
};
