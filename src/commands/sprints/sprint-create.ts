import { createSprint } from '../../ops/sprints/create-sprint.js';
import { loadTemplate } from '../../store/templates.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';
import { clockOf, readBacklog, readNumber } from '../shared/read-backlog.js';
import { describeTouched, type Touched } from '../shared/touched.js';

export { renderTouched as render } from '../shared/touched.js';

export function run(context: Context, input: Input): Outcome<readonly Touched[]> {
  const backlog = readBacklog(context);
  const template = unwrap(loadTemplate(context.store(), 'sprint'));
  const created = unwrap(
    createSprint(
      backlog,
      template,
      {
        goal: input.args[0],
        start: input.option('start'),
        length: readNumber(input, 'length'),
        capacity: readNumber(input, 'capacity'),
      },
      clockOf(context, backlog),
    ),
  );
  return {
    data: describeTouched(context, [created]),
    changes: [created.change],
    commitMessage: `Create sprint ${created.id}`,
  };
}
