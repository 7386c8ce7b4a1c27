import { isOpen } from '../backlog/workflow.js';
import { archiveItems } from '../ops/archive-items.js';
import type { Style } from '../terminal/style.js';
import { isDay } from '../text/date.js';
import type { Context, Input, Outcome } from './command.js';
import { failUsage, unwrap } from './failure.js';
import { readBacklog, readItems } from './read-backlog.js';
import { describeTouched, renderTouched, type Touched } from './touched.js';

export function run(context: Context, input: Input): Outcome<readonly Touched[]> {
  const before = input.option('done-before');
  if (before !== undefined && !isDay(before)) {
    failUsage(`--done-before: a day is expected, as in 2026-11-24, not "${before}"`);
  }
  if (before === undefined && input.args.length === 0) failUsage('name items, or --done-before');
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
  const { archived, changes } = unwrap(archiveItems(backlog, items));
  return {
    data: describeTouched(context, archived),
    changes,
    commitMessage: `Archive ${items.map(({ id }) => id).join(', ')}`,
  };
}

export function render(data: readonly Touched[], style: Style): string {
  return renderTouched(data, style);
}
