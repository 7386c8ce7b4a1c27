import { deleteItems } from '../ops/delete-items.js';
import type { Style } from '../terminal/style.js';
import type { Context, Input, Outcome } from './command.js';
import { unwrap } from './failure.js';
import { readBacklog, readDocuments } from './read-backlog.js';
import { renderTouched, type Touched, touchedFromItems } from './touched.js';

export function run(context: Context, input: Input): Outcome<readonly Touched[]> {
  const backlog = readBacklog(context);
  const items = readDocuments(backlog, input.args);
  return {
    data: touchedFromItems(context, items),
    changes: unwrap(deleteItems(backlog, items, input.flag('force'))),
    commitMessage: `Delete ${items.map(({ id }) => id).join(', ')}`,
  };
}

export function render(data: readonly Touched[], style: Style): string {
  return renderTouched(data, style);
}
