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
    { flags: '-a, --all', summary: 'include closed and archived items' },
    { flags: '--sort <key>', summary: 'sort by a column; -points for descending' },
    { flags: '--limit <n>', summary: 'show at most N' },
    { flags: '--columns <keys>', summary: 'id,type,status,points,title,sprint,…' },
    { flags: '--tree', summary: 'group items under their epics' },
    { flags: '--exit-code', summary: 'exit with 1 if nothing matches' },
  ],
  examples: [
    { command: 'storymark list is:ready points:..5', does: 'candidates for a short sprint' },
    { command: 'storymark list epic:EP-2M9 --tree', does: 'what is left of an epic' },
    { command: 'storymark list type:feedback status:new', does: 'the inbox' },
    {
      command: 'storymark list working hours',
      does: 'open items that contain both words',
    },
    { command: 'storymark list --json id,title,points', does: 'the backlog for a script' },
  ],
  jsonKeys: documentKeys,
  ownJsonKeys: true,
};
