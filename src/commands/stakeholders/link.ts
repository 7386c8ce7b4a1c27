import { linkItems } from '../../ops/stakeholders/link-items.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { readBacklog, readItem, readItems } from '../shared/read-backlog.js';
import { type Touched, touchedFromItems } from '../shared/touched.js';

export { renderTouched as render } from '../shared/touched.js';

export function run(context: Context, input: Input): Outcome<readonly Touched[]> {
  const [first = '', ...others] = input.args;
  if (others.length === 0) failUsage('give the documents to link it to: storymark link FB-ID ITEM');
  const backlog = readBacklog(context);
  const item = readItem(backlog, first);
  const remove = input.flag('remove');
  const options = { remove, conflicts: input.flag('conflicts') };
  const { holders, changes } = unwrap(
    linkItems(backlog, item, readItems(backlog, others), options),
  );
  return {
    data: touchedFromItems(context, holders),
    changes,
    commitMessage: `${remove ? 'Unlink' : 'Link'} ${item.id}: ${others.join(', ')}`,
  };
}
