import type { OptionSpec } from './command.js';

/** For commands that only look. The shell gives them that commit's files in place of the disk's. */
export const atOption: OptionSpec = {
  flags: '--at <rev>',
  summary: 'as it was at this commit, branch or tag',
};
