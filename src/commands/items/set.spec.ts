import type { CommandSpec } from '../shared/command.js';
import { forceOption, touchedKeys } from '../shared/shared-options.js';

export const setSpec: CommandSpec = {
  name: 'set',
  group: 'Items',
  summary: 'set fields of documents',
  args: [
    {
      name: 'id-or-assignment',
      summary: 'ids, then key=value; key+=value and key-=value on lists; key= removes',
      required: true,
      variadic: true,
      completes: 'id',
    },
  ],
  options: [forceOption],
  examples: [
    { command: 'storymark set 7K points=5 labels+=api', does: 'estimates and labels an item' },
    { command: 'storymark set 7K 2Q due=', does: 'removes the due date of two items' },
    { command: 'storymark set 7K score.value=8', does: 'sets a value inside a map' },
  ],
  writes: true,
  jsonKeys: touchedKeys,
};
