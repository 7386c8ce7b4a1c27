import { type Backlog, getItem } from '../../backlog/backlog.js';
import { statusesOf } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import type { ClosedBy } from '../../ops/stakeholders/trace.js';
import type { OpenHistory } from '../shared/open-history.js';

/** The commit in which each item got a status that means done. */
export function closedByGit(history: OpenHistory, backlog: Backlog): ClosedBy {
  return (item: Item) => {
    const entries = history.statusesOf(item);
    const statuses = statusesOf(backlog.settings, item.type);
    const last = entries.findLastIndex(({ status }) => statuses[status] !== 'done') + 1;
    const closing = entries[last];
    if (closing === undefined || getItem(backlog, item.id) !== item) return null;
    return { commit: closing.commit, day: closing.day, subject: closing.subject };
  };
}
