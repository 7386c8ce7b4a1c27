import { bringBackOpened } from '../../ops/items/archive-items.js';
import { findWarnings } from '../../ops/items/change-warnings.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage } from '../shared/failure.js';
import { clockOf, readBacklog, readDocuments } from '../shared/read-backlog.js';
import { type Touched, touchedFromItems } from '../shared/touched.js';
import { type EarlierText, editChange } from './edit-text.js';

export { renderTouched as render } from '../shared/touched.js';

export async function run(context: Context, input: Input): Promise<Outcome<readonly Touched[]>> {
  const backlog = readBacklog(context);
  const [item] = readDocuments(backlog, input.args);
  if (item === undefined) failUsage('give the document to edit');
  const { path, text } = item.document;
  const change = await editChange(context, { path, before: text, after: text }, readEarlier(input));
  const changes = bringBackOpened(backlog.settings, [change]);
  // What was written by hand is kept: check finds it as well.
  const { today } = clockOf(context, backlog);
  const warnings = await findWarnings(backlog, changes, today);
  return {
    data: touchedFromItems(context, [item], changes),
    changes,
    commitMessage: `Edit ${item.id}`,
    notes:
      change.after === text
        ? ['nothing changed']
        : warnings.map(({ id, message }) => `note: ${id}: ${message}`),
  };
}

function readEarlier(input: Input): EarlierText {
  const [recover, discard] = [input.flag('recover'), input.flag('discard')];
  if (recover && discard) failUsage('give one of --recover, --discard');
  return recover ? 'recover' : discard ? 'discard' : null;
}
