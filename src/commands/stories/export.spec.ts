import type { CommandSpec } from '../shared/command.js';
import { privateOption } from '../shared/shared-options.js';

const formats = ['csv', 'github', 'json', 'markdown'];

export const exportSpec: CommandSpec = {
  name: 'export',
  group: 'Stories',
  summary: 'write items as csv, github issues, json or markdown',
  args: [
    { name: 'format', summary: formats.join(', '), required: true, completes: formats },
    {
      name: 'query',
      summary: 'as list takes it: status:done sprint:2026-S24; all open items without it',
      variadic: true,
    },
  ],
  options: [
    { flags: '-a, --all', summary: 'closed and archived items too' },
    privateOption,
    { flags: '--no-private', summary: 'leave private items out of a csv or json too' },
    { flags: '--columns <keys>', summary: 'of a csv: id,title,points,criteria,role,want,…' },
  ],
  examples: [
    {
      command: 'storymark export csv --all > backlog.csv',
      does: 'every field, and back with import csv, which knows its rows by the column storymark',
    },
    { command: 'storymark export markdown sprint:2026-S24', does: 'for a wiki or a mail' },
  ],
  jsonKeys: ['format', 'items', 'text'],
};
