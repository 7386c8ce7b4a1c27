import type { Style } from '../terminal/style.js';
import type { Context, Input, Outcome } from './command.js';
import { editChange } from './edit-text.js';
import { readBacklog, readItem } from './read-backlog.js';
import { renderTouched, type Touched, touchedFromItems } from './touched.js';

export async function run(context: Context, input: Input): Promise<Outcome<readonly Touched[]>> {
  const backlog = readBacklog(context);
  const item = readItem(backlog, input.args[0] ?? '');
  const { path, text } = item.document;
  const change = await editChange(context, { path, before: text, after: text });
  return {
    data: touchedFromItems(context, [item]),
    changes: [change],
    commitMessage: `Edit ${item.id}`,
    notes: change.after === text ? ['nothing changed'] : [],
  };
}

export function render(data: readonly Touched[], style: Style): string {
  return renderTouched(data, style);
}
