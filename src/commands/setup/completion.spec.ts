import type { CommandSpec } from '../shared/command.js';

const shells = ['bash', 'zsh', 'fish'];

export const completionSpec: CommandSpec = {
  name: 'completion',
  group: 'Setup',
  summary: 'print a completion script for a shell',
  args: [{ name: 'shell', summary: shells.join(', '), required: true, completes: shells }],
  examples: [
    { command: 'source <(storymark completion bash)', does: 'enables completion in this shell' },
    { command: 'storymark completion fish | source', does: 'enables completion in this shell' },
  ],
};

/** Called by the scripts: the words that may stand at the cursor, one a line. */
export const completeSpec: CommandSpec = {
  name: 'complete',
  group: 'Setup',
  summary: 'list completions',
  args: [{ name: 'word', summary: 'the command line so far', variadic: true }],
  hidden: true,
};
