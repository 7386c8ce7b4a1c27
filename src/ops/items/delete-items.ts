import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import { kindOf } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import { failure, type Result, success } from '../../text/problem.js';
import { changeEach, changeItem } from './change-item.js';
import { listHolders, redirectReferences } from './redirect-references.js';

/**
 * Removes documents for good. What others name, or what was part of a sprint, is refused unless
 * `force` says otherwise: then the references go as well. Git keeps the history.
 */
export function deleteItems(
  backlog: Backlog,
  items: readonly Item[],
  force: boolean,
): Result<ChangeSet> {
  const refusals = items.flatMap((item) => whyNot(backlog, item, items, force));
  if (refusals.length > 0) {
    return failure(...refusals.map((message) => ({ kind: 'usage' as const, message })));
  }
  const gone = items.filter((item) => !leavesTwin(backlog, item, items));
  const holders = [...new Set(gone.flatMap((item) => listHolders(backlog, item)))].filter(
    (holder) => !items.includes(holder),
  );
  const released = changeEach(holders, (holder) => {
    const edits = gone.flatMap(({ id }) => redirectReferences(holder, id, null));
    return changeItem(backlog.settings, holder, edits);
  });
  if (!released.ok) return released;
  const removed = items.map(({ document: { path, text } }) => ({
    path,
    before: text,
    after: null,
  }));
  return success([...removed, ...released.value]);
}

function whyNot(
  backlog: Backlog,
  item: Item,
  items: readonly Item[],
  force: boolean,
): readonly string[] {
  if (leavesTwin(backlog, item, items)) return [];
  const isNumbered = kindOf(backlog.settings, item.type)?.idStyle === 'coded';
  if (isNumbered && backlog.settings.ids === 'sequential') {
    return [`${item.id}: its number would be reused; use storymark drop instead`];
  }
  if (force) return [];
  const holders = listHolders(backlog, item).filter((holder) => !items.includes(holder));
  if (holders.length > 0) {
    const names = holders.map(({ id }) => id).join(', ');
    return [`${item.id} is referenced by ${names}; use --force to remove the references too`];
  }
  if (item.sprints.length > 0) {
    return [`${item.id} was part of a sprint; use storymark drop, or --force`];
  }
  return [];
}

/** Whether another file keeps the id: then nothing that names it loses what it names. */
function leavesTwin(backlog: Backlog, item: Item, items: readonly Item[]): boolean {
  return backlog.withId(item.id).some((other) => !items.includes(other));
}
