import type { CommandSpec } from '../shared/command.js';

/** Called by git alone, with what it puts in the place of `%O %A %B %L %P %X %Y %S`. */
export const mergeDriverSpec: CommandSpec = {
  name: 'merge-driver',
  group: 'Setup',
  summary: 'merge one document for git (storymark init --git sets it up)',
  args: [
    { name: 'base', summary: "the common ancestor's version", required: true },
    { name: 'ours', summary: 'our version, replaced by the result', required: true },
    { name: 'theirs', summary: 'their version', required: true },
    { name: 'size', summary: 'length of conflict markers' },
    { name: 'path', summary: 'path of the result' },
    { name: 'label', summary: 'names of our side, theirs and the ancestor', variadic: true },
  ],
  hidden: true,
};
