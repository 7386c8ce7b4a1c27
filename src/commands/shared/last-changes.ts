import type { Item } from '../../item/item.js';
import type { Context, Input } from './command.js';

/** Asks git only when the query does: it is another process and its whole history. */
export async function findLastChanges(
  context: Context,
  input: Input,
): Promise<(item: Item) => string | null> {
  if (!input.args.some((word) => word.includes('updated'))) return () => null;
  const { gitDates } = await import('./git-dates.js');
  return gitDates(context, input.option('at'));
}
