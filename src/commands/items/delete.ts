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
  const what = `${shown}: git has no commit of ${lost.length === 1 ? 'it' : 'them'} as now, so nothing could bring ${lost.length === 1 ? 'it' : 'them'} back`;
  const prompt = await context.prompt();
  if (prompt === null) failUsage(`${what}; commit first, or say --force`);
  if (await prompt.confirm({ message: `${what}. Delete all the same?`, initial: false })) return;
  throw new PromptCancelled('nothing was deleted');
}
