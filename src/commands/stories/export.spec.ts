import type { CommandSpec } from '../shared/command.js';
import { privateOption } from '../shared/shared-options.js';

const formats = ['csv', 'github', 'json', 'markdown'];

export const exportSpec: CommandSpec = {
  name: 'export',
  group: 'Stories',
  summary: 'export items as csv, github issues, json or markdown',
  args: [
    { name: 'format', summary: formats.join(', '), required: true, completes: formats },
    {
      name: 'query',
      summary: 'query as for list: status:done sprint:2026-S24 (default: all open items)',
      variadic: true,
    },
  ],
  options: [
    { flags: '-a, --all', summary: 'include closed and archived items' },
    privateOption,
    { flags: '--no-private', summary: 'leave out private items in csv and json too' },
    {
      flags: '--columns <keys>',
      summary: 'columns of the csv: id,title,points,criteria,role,want,…',
    },
  ],
  examples: [
    {
      command: 'storymark export csv --all > backlog.csv',
      does: 'all fields; import csv reads it back by its storymark column',
    },
    { command: 'storymark export markdown sprint:2026-S24', does: 'for a wiki or an email' },
  ],
  jsonKeys: ['format', 'items', 'text'],
};
