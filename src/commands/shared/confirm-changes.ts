import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import { findWarnings, type Warning } from '../../ops/items/change-warnings.js';
import type { Day } from '../../text/date.js';
import type { Context, Input } from './command.js';
import { CommandFailure, failUsage } from './failure.js';
import { clockOf } from './read-backlog.js';

/**
 * Asks about what changes would do that is hardly ever meant; `--force` has answered.
 *
 * @param on the day the changes give, which may be one to come
 */
export async function confirmChanges(
  context: Context,
  input: Input,
  backlog: Backlog,
  changes: ChangeSet,
  on?: Day,
): Promise<void> {
  if (input.option('force') !== undefined) return;
  const { today } = clockOf(context, backlog);
  const isToCome = on !== undefined && on > today;
  await confirmWarnings(context, input, [
    ...(isToCome ? [{ id: '--on', rule: null, message: `${on} is in the future` }] : []),
    ...(await findWarnings(backlog, changes, isToCome ? on : today)),
  ]);
}

export async function confirmWarnings(
  context: Context,
  input: Input,
  warnings: readonly Warning[],
): Promise<void> {
  if (warnings.length === 0 || input.option('force') !== undefined) return;
  const text = warnings.map(({ id, message }) => `${id}: ${message}`).join('\n');
  const prompt = await context.prompt();
  if (prompt === null) failUsage(`${text}\nTo do it anyway: --force "why"`);
  if (await prompt.confirm({ message: `${text}\nDo it anyway?`, initial: false })) return;
  throw new CommandFailure([{ kind: 'negative', message: 'nothing was changed' }]);
}
