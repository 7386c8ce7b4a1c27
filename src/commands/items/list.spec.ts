import type { CommandSpec } from '../shared/command.js';
import { atOption, documentKeys } from '../shared/shared-options.js';

export const listSpec: CommandSpec = {
  name: 'list',
  group: 'Items',
  summary: 'list items in backlog order',
  args: [
    {
      name: 'query',
      summary:
        'status:ready,draft type:story label:api points:5.. -label:later, and words in any order',
      variadic: true,
    },
  ],
  options: [
    atOption,
    { flags: '-a, --all', summary: 'closed and archived items too' },
    { flags: '--sort <key>', summary: 'by a column; -points sorts downwards' },
    { flags: '--limit <n>', summary: 'at most so many' },
    { flags: '--columns <keys>', summary: 'id,type,status,points,title,sprint,…' },
    { flags: '--tree', summary: 'items below their epics' },
    { flags: '--exit-code', summary: 'exit with 1 when nothing matches' },
  ],
  examples: [
    { command: 'storymark list is:ready points:..5', does: 'what a short sprint could take' },
    { command: 'storymark list epic:EP-2M9 --tree', does: 'what is left of an epic' },
    { command: 'storymark list type:feedback status:new', does: 'the inbox' },
    {
      command: 'storymark list working hours',
      does: 'open items with both words, or parts of words',
    },
    { command: 'storymark list --json id,title,points', does: 'the backlog for a script' },
  ],
  jsonKeys: documentKeys,
  ownJsonKeys: true,
};
