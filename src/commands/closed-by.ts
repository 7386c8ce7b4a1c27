import { type Backlog, getItem } from '../backlog/backlog.js';
import { statusesOf } from '../backlog/workflow.js';
import { readStatusHistory } from '../git/status-history.js';
import type { Item } from '../item/item.js';
import type { ClosedBy } from '../ops/trace.js';
import type { Context } from './command.js';

/** The commit in which each item got a status that means done; git is asked when first wanted. */
export function closedByGit(context: Context, backlog: Backlog): ClosedBy {
  let history: ReturnType<typeof readStatusHistory> | undefined;
  return (item: Item) => {
    history ??= readStatusHistory(context.store().root);
    const { path } = item.document;
    const entries = history.get(path.slice(path.lastIndexOf('/') + 1)) ?? [];
    const statuses = statusesOf(backlog.settings, item.type);
    const last = entries.findLastIndex(({ status }) => statuses[status] !== 'done') + 1;
    const closing = entries[last];
    if (closing === undefined || getItem(backlog, item.id) !== item) return null;
    return { commit: closing.commit, day: closing.day, subject: closing.subject };
  };
}
