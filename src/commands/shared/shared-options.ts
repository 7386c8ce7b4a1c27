import { fieldNames } from '../../item/field.js';
import type { OptionSpec } from './command.js';

/** Where a new or moved item goes; at most one of them. */
export const placeOptions: readonly OptionSpec[] = [
  { flags: '--top', summary: 'put it first' },
  { flags: '--bottom', summary: 'put it last' },
  { flags: '--before <id>', summary: 'put it right before this item' },
  { flags: '--after <id>', summary: 'put it right after this item' },
];

/** Of pages made for others. */
export const privateOption: OptionSpec = {
  flags: '--private',
  summary: 'include private documents',
};

/** Keys that `--json` prints of a document, beside fields of the team's own. */
export const documentKeys: readonly string[] = [...fieldNames, 'path', 'story', 'criteria'];

/** Keys of what a writing command says of each item it touched. */
export const touchedKeys: readonly string[] = ['id', 'title', 'path'];

/** Does what else is asked about or refused. */
export const forceOption: OptionSpec = {
  flags: '--force <reason>',
  summary: 'do it despite warnings; the reason is saved in the item',
};

/** For commands that only look. The shell gives them that commit's files in place of the disk's. */
export const atOption: OptionSpec = {
  flags: '--at <rev>',
  summary: 'show it as of a commit, branch or tag',
};
