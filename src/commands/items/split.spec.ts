import type { CommandSpec } from '../shared/command.js';
import { touchedKeys } from '../shared/shared-options.js';

export const splitSpec: CommandSpec = {
  name: 'split',
  group: 'Items',
  summary: 'split an item into smaller ones, ranked right after it',
  args: [
    { name: 'id', summary: 'the item to split', required: true, completes: 'id' },
    {
      name: 'title',
      summary: 'titles of the new items; story sentences work too',
      required: true,
      variadic: true,
    },
  ],
  options: [
    {
      flags: '--criteria <numbers>',
      summary: 'criteria to move to each new item: 1,3 for the first, 2 for the second',
      repeats: true,
    },
    {
      flags: '--original <what>',
      summary:
        'what happens to the original: it stays (default), is dropped, or becomes their parent',
      choices: ['keep', 'drop', 'parent'],
    },
  ],
  examples: [
    {
      command:
        'storymark split 9F "Import events" "Export events" --criteria 1,2 --criteria 3 --original drop',
      does: 'distributes the criteria and drops the original',
    },
  ],
  writes: true,
  jsonKeys: touchedKeys,
};
