import { isOpen } from '../../backlog/workflow.js';
import { archiveItems, unarchiveItems } from '../../ops/items/archive-items.js';
import { isDay } from '../../text/date.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { readBacklog, readItems } from '../shared/read-backlog.js';
import { describeTouched, type Touched } from '../shared/touched.js';

export { renderTouched as render } from '../shared/touched.js';

export function run(context: Context, input: Input): Outcome<readonly Touched[]> {
  if (input.flag('undo')) return undo(context, input);
  const before = input.option('done-before');
  if (before !== undefined && !isDay(before)) {
    failUsage(`--done-before: expected a date such as 2026-11-24, not "${before}"`);
  }
  if (before === undefined && input.args.length === 0) failUsage('give items or --done-before');
  const backlog = readBacklog(context);
  const old = backlog.work.filter(
    (item) =>
      before !== undefined &&
      item.done !== null &&
      item.done < before &&
      !item.archived &&
      !isOpen(backlog.settings, item),
  );
  const items = [...new Set([...readItems(backlog, input.args), ...old])];
  const { moved, changes } = unwrap(archiveItems(backlog, items));
  return {
    data: describeTouched(context, moved),
    changes,
    commitMessage: `Archive ${items.map(({ id }) => id).join(', ')}`,
  };
}

function undo(context: Context, input: Input): Outcome<readonly Touched[]> {
  if (input.option('done-before') !== undefined) failUsage('--undo takes items, not --done-before');
  if (input.args.length === 0) failUsage('give the items to restore');
  const backlog = readBacklog(context);
  const items = readItems(backlog, input.args);
  const { moved, changes } = unwrap(unarchiveItems(backlog, items));
  return {
    data: describeTouched(context, moved),
    changes,
    commitMessage: `Restore ${items.map(({ id }) => id).join(', ')} from the archive`,
  };
}
