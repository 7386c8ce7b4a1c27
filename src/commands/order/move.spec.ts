import type { CommandSpec } from '../shared/command.js';
import { placeOptions, touchedKeys } from '../shared/shared-options.js';

export const moveSpec: CommandSpec = {
  name: 'move',
  group: 'Order',
  summary: 'move items in the backlog',
  args: [
    {
      name: 'id',
      summary: 'items, in the order they should have',
      required: true,
      variadic: true,
      completes: 'id',
    },
  ],
  options: placeOptions,
  examples: [{ command: 'storymark move 7K --before 2Q', does: 'puts one item before another' }],
  writes: true,
  jsonKeys: touchedKeys,
};
