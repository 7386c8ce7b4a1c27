import type { CommandSpec } from '../shared/command.js';
import { touchedKeys } from '../shared/shared-options.js';

export const editSpec: CommandSpec = {
  name: 'edit',
  group: 'Items',
  summary: 'open a document in $VISUAL or $EDITOR',
  args: [{ name: 'id', summary: 'any unique beginning of an id', required: true, completes: 'id' }],
  options: [
    { flags: '--recover', summary: 'go on with the text of an edit that could not be saved' },
    { flags: '--discard', summary: 'remove that text, and start from the file' },
  ],
  writes: true,
  jsonKeys: touchedKeys,
};
