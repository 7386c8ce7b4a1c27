import type { CommandSpec } from '../shared/command.js';
import { touchedKeys } from '../shared/shared-options.js';

export const linkSpec: CommandSpec = {
  name: 'link',
  group: 'Stakeholders',
  summary: 'link feedback with items, items with a goal, a goal with stakeholders',
  args: [
    {
      name: 'id',
      summary: 'one document, then those to link it with',
      required: true,
      variadic: true,
      completes: 'id',
    },
  ],
  options: [
    { flags: '--remove', summary: 'take the links away again' },
    { flags: '--conflicts', summary: 'the item works against the goal rather than for it' },
  ],
  examples: [
    { command: 'storymark link FB-0Q 7K R8', does: 'says that two items answer a feedback' },
    { command: 'storymark link 7K async-teams', does: 'says which goal an item serves' },
    {
      command: 'storymark link 5C trusted-calendar --conflicts',
      does: 'says which goal it would cost; storymark why shows it',
    },
    { command: 'storymark link FB-0Q 7K --remove', does: 'unlinks them' },
  ],
  writes: true,
  jsonKeys: touchedKeys,
};
