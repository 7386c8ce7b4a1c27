import type { CommandSpec } from '../shared/command.js';
import { touchedKeys } from '../shared/shared-options.js';

export const linkSpec: CommandSpec = {
  name: 'link',
  group: 'Stakeholders',
  summary: 'link feedback to items, items to a goal, or a goal to stakeholders',
  args: [
    {
      name: 'id',
      summary: 'a document, then the documents to link it to',
      required: true,
      variadic: true,
      completes: 'id',
    },
  ],
  options: [
    { flags: '--remove', summary: 'remove the links' },
    { flags: '--conflicts', summary: 'the item conflicts with the goal instead of serving it' },
  ],
  examples: [
    {
      command: 'storymark link FB-0Q 7K R8',
      does: 'links a feedback to the two items that answer it',
    },
    { command: 'storymark link 7K async-teams', does: 'links an item to the goal it serves' },
    {
      command: 'storymark link 5C trusted-calendar --conflicts',
      does: 'marks a goal the item conflicts with; storymark why shows it',
    },
    { command: 'storymark link FB-0Q 7K --remove', does: 'removes the link' },
  ],
  writes: true,
  jsonKeys: touchedKeys,
};
