import { setFields } from '../../ops/items/set-fields.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { confirmChanges } from '../shared/confirm-changes.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { clockOf, readBacklog, readItems } from '../shared/read-backlog.js';
import { type Touched, touchedFromItems } from '../shared/touched.js';

export { renderTouched as render } from '../shared/touched.js';

export async function run(context: Context, input: Input): Promise<Outcome<readonly Touched[]>> {
  const references = input.args.filter((word) => !word.includes('='));
  const assignments = input.args.filter((word) => word.includes('='));
  if (references.length === 0) failUsage('give the items to change: storymark set ID key=value');
  if (assignments.length === 0) failUsage('give what to set: storymark set ID key=value');
  const backlog = readBacklog(context);
  const items = readItems(backlog, references);
  const clock = clockOf(context, backlog);
  const reason = input.option('force') ?? null;
  const changes = unwrap(setFields(backlog, items, assignments, clock, reason));
  await confirmChanges(context, input, backlog, changes);
  const ids = items.map(({ id }) => id).join(', ');
  return {
    data: touchedFromItems(context, items, changes),
    changes,
    commitMessage: `Set ${assignments.join(' ')} on ${ids}`,
  };
}
