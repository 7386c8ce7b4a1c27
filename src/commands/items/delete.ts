import { listUncommitted } from '../../git/uncommitted.js';
import type { Item } from '../../item/item.js';
import { deleteItems } from '../../ops/items/delete-items.js';
import { PromptCancelled } from '../../terminal/prompt.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { readBacklog, readDocuments } from '../shared/read-backlog.js';
import { type Touched, touchedFromItems } from '../shared/touched.js';

export { renderTouched as render } from '../shared/touched.js';

export async function run(context: Context, input: Input): Promise<Outcome<readonly Touched[]>> {
  const backlog = readBacklog(context);
  const items = readDocuments(backlog, input.args);
  const changes = unwrap(deleteItems(backlog, items, input.flag('force')));
  if (!input.flag('force') && !input.dryRun) await confirmLoss(context, items);
  return {
    data: touchedFromItems(context, items),
    changes,
    commitMessage: `Delete ${items.map(({ id }) => id).join(', ')}`,
  };
}

/** What no commit holds is gone for good. */
async function confirmLoss(context: Context, items: readonly Item[]): Promise<void> {
  const documents = items.map(({ document }) => document);
  const lost = listUncommitted(context.store().root, documents);
  if (lost.length === 0) return;
  const shown = lost.map((path) => context.shownPath(path)).join(', ');
  const what = `${shown}: not committed as ${lost.length === 1 ? 'it is' : 'they are'} now, so git cannot restore ${lost.length === 1 ? 'it' : 'them'}`;
  const prompt = await context.prompt();
  if (prompt === null) failUsage(`${what}; commit first, or use --force`);
  if (await prompt.confirm({ message: `${what}. Delete anyway?`, initial: false })) return;
  throw new PromptCancelled('nothing was deleted');
}
