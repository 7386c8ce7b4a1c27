import { moveToSprint } from '../../ops/sprints/run-sprint.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';
import { readBacklog, readDay, readItems } from '../shared/read-backlog.js';
import { type Touched, touchedFromItems } from '../shared/touched.js';

export { renderTouched as render } from '../shared/touched.js';

export function run(context: Context, input: Input): Outcome<readonly Touched[]> {
  const backlog = readBacklog(context);
  const items = readItems(backlog, input.args);
  const reason = input.option('reason') ?? 'removed from the sprint';
  const on = readDay(context, backlog, input);
  return {
    data: touchedFromItems(context, items),
    changes: unwrap(moveToSprint(backlog, items, null, on, reason)),
    commitMessage: `Remove ${items.map(({ id }) => id).join(', ')} from the sprint`,
  };
}
