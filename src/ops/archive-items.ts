import type { Backlog } from '../backlog/backlog.js';
import type { ChangeSet } from '../backlog/change-set.js';
import { isOpen, isWorkItem } from '../backlog/workflow.js';
import type { Item } from '../item/item.js';
import { itemsFolder } from '../item/kind.js';
import { withArticle } from '../text/article.js';
import { failure, type Result, success } from '../text/problem.js';

export interface ArchivedItems {
  /** The items with the path they have then. */
  readonly archived: readonly {
    readonly id: string;
    readonly title: string;
    readonly path: string;
  }[];
  readonly changes: ChangeSet;
}

/** Moves closed work items' files into `items/archive/`, as they are. */
export function archiveItems(backlog: Backlog, items: readonly Item[]): Result<ArchivedItems> {
  const problems = items.flatMap((item) => {
    const refusal = whyNot(backlog, item);
    return refusal === null ? [] : [{ kind: 'usage' as const, message: refusal }];
  });
  if (problems.length > 0) return failure(...problems);
  const moved = items.filter((item) => !item.archived);
  return success({
    archived: items.map((item) => ({ id: item.id, title: item.title, path: archivePath(item) })),
    changes: moved.flatMap((item) => [
      { path: archivePath(item), before: null, after: item.document.text },
      { path: item.document.path, before: item.document.text, after: null },
    ]),
  });
}

function archivePath({ archived, document: { path } }: Item): string {
  return archived ? path : path.replace(`${itemsFolder}/`, `${itemsFolder}/archive/`);
}

function whyNot({ settings }: Backlog, item: Item): string | null {
  if (!isWorkItem(settings, item)) {
    return `${item.id} is ${withArticle(item.type)}: only work is archived`;
  }
  if (isOpen(settings, item)) return `${item.id} is still open (${item.status ?? 'no status'})`;
  return null;
}
