import { builtInKinds } from '../../item/kind.js';
import type { CommandSpec } from '../shared/command.js';

const types = [...builtInKinds.map(({ type }) => type), 'settings'];

export const schemaSpec: CommandSpec = {
  name: 'schema',
  group: 'Setup',
  summary: 'print the JSON Schema of a type, or of backlog.yaml',
  args: [{ name: 'type', summary: types.join(', '), required: true, completes: types }],
  examples: [{ command: 'storymark schema story', does: 'for editors that validate YAML' }],
};
