import { moveToSprint } from '../../ops/sprints/run-sprint.js';
import { findSprint } from '../../ops/sprints/sprints.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { confirmChanges } from '../shared/confirm-changes.js';
import { unwrap } from '../shared/failure.js';
import { readBacklog, readDay, readItems } from '../shared/read-backlog.js';
import { type Touched, touchedFromItems } from '../shared/touched.js';

export { renderTouched as render } from '../shared/touched.js';

export async function run(context: Context, input: Input): Promise<Outcome<readonly Touched[]>> {
  const backlog = readBacklog(context);
  const items = readItems(backlog, input.args);
  const sprint = unwrap(findSprint(backlog, input.option('to'), ['doing', 'todo']));
  const reason = input.option('reason') ?? input.option('force') ?? 'added';
  const on = readDay(context, backlog, input);
  const changes = unwrap(moveToSprint(backlog, items, sprint, on, reason));
  await confirmChanges(context, input, backlog, changes);
  return {
    data: touchedFromItems(context, items),
    changes,
    commitMessage: `Add ${items.map(({ id }) => id).join(', ')} to ${sprint.id}`,
    notes: items
      .filter((item) => item.sprint === sprint.id)
      .map((item) => `note: ${item.id} is in ${sprint.id} already`),
  };
}
