import type { CommandSpec } from '../shared/command.js';
import { touchedKeys } from '../shared/shared-options.js';

export const editSpec: CommandSpec = {
  name: 'edit',
  group: 'Items',
  summary: 'open a document in $VISUAL or $EDITOR',
  args: [{ name: 'id', summary: 'id, or its unique beginning', required: true, completes: 'id' }],
  options: [
    { flags: '--recover', summary: 'continue with the text of an edit that was not saved' },
    { flags: '--discard', summary: 'delete that text and start from the file' },
  ],
  writes: true,
  jsonKeys: touchedKeys,
};
