import { mergeItems } from '../../ops/items/merge-items.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { readBacklog, readDay, readItem, readItems } from '../shared/read-backlog.js';
import { type Touched, touchedFromItems } from '../shared/touched.js';

export { renderTouched as render } from '../shared/touched.js';

export function run(context: Context, input: Input): Outcome<readonly Touched[]> {
  const into = input.option('into');
  if (into === undefined) failUsage('give the item to keep: --into ID');
  const backlog = readBacklog(context);
  const sources = readItems(backlog, input.args);
  const target = readItem(backlog, into);
  return {
    data: touchedFromItems(context, [target]),
    changes: unwrap(mergeItems(backlog, sources, target, readDay(context, backlog, input))),
    commitMessage: `Merge ${sources.map(({ id }) => id).join(', ')} into ${target.id}`,
  };
}
