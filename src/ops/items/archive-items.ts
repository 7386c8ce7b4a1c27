import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import { childrenOf } from '../../backlog/graph.js';
import { refuseTwins } from '../../backlog/lookup.js';
import type { Settings } from '../../backlog/settings.js';
import { isOpen, isWorkItem } from '../../backlog/workflow.js';
import { readDocument } from '../../item/document.js';
import { type Item, toItem } from '../../item/item.js';
import { archiveFolder, itemsFolder } from '../../item/kind.js';
import { withArticle } from '../../text/article.js';
import { failure, type Problem, type Result, success } from '../../text/problem.js';

export interface MovedItems {
  /** The items with the path they have then. */
  readonly moved: readonly {
    readonly id: string;
    readonly title: string;
    readonly path: string;
  }[];
  readonly changes: ChangeSet;
}

/** Moves closed work items' files into `items/archive/`, as they are. */
export function archiveItems(backlog: Backlog, items: readonly Item[]): Result<MovedItems> {
  return moveFiles(backlog, items, archivePath, (item) => whyNot(backlog, item));
}

/** Moves files back from `items/archive/`, as they are. */
export function unarchiveItems(backlog: Backlog, items: readonly Item[]): Result<MovedItems> {
  return moveFiles(backlog, items, openPath, ({ id, archived }) =>
    archived ? null : `${id} is not archived`,
  );
}

/**
 * A change that leaves an open item in the archive moves its file back among the others: no list
 * shows what is archived.
 */
export function bringBackOpened(settings: Settings, changes: ChangeSet): ChangeSet {
  return changes.flatMap((change): ChangeSet => {
    const { path, before, after } = change;
    if (after === null || openPath(path) === path) return [change];
    const read = readDocument(path, after);
    if (!read.ok || !isOpen(settings, toItem(read.value))) return [change];
    return moveFile(path, openPath(path), before, after);
  });
}

/** Where a file lies after changes that may have brought it back. */
export function pathAfter(changes: ChangeSet, path: string): string {
  const wanted = openPath(path);
  return changes.some((change) => change.path === wanted) ? wanted : path;
}

function moveFiles(
  backlog: Backlog,
  items: readonly Item[],
  pathOf: (path: string) => string,
  refuse: (item: Item) => string | null,
): Result<MovedItems> {
  const refused = items.flatMap((item): readonly Problem[] => {
    const message = refuse(item);
    return message === null ? [] : [{ kind: 'usage', message }];
  });
  const problems = [...refuseTwins(backlog, items), ...refused];
  if (problems.length > 0) return failure(...problems);
  return success({
    moved: items.map(({ id, title, document }) => ({ id, title, path: pathOf(document.path) })),
    changes: items.flatMap(({ document: { path, text } }) =>
      pathOf(path) === path ? [] : moveFile(path, pathOf(path), text, text),
    ),
  });
}

function moveFile(from: string, to: string, before: string | null, after: string): ChangeSet {
  return [
    { path: to, before: null, after },
    { path: from, before, after: null },
  ];
}

function archivePath(path: string): string {
  return `${archiveFolder}/${openPath(path).slice(itemsFolder.length + 1)}`;
}

function openPath(path: string): string {
  return path.startsWith(`${archiveFolder}/`)
    ? `${itemsFolder}/${path.slice(archiveFolder.length + 1)}`
    : path;
}

function whyNot(backlog: Backlog, item: Item): string | null {
  const { settings } = backlog;
  if (!isWorkItem(settings, item)) {
    return `${item.id} is ${withArticle(item.type)}: only work items can be archived`;
  }
  if (isOpen(settings, item)) return `${item.id} is still open (${item.status ?? 'no status'})`;
  const open = childrenOf(backlog, item).filter((child) => isOpen(settings, child));
  if (open.length === 0) return null;
  const ids = open.map(({ id }) => id).join(', ');
  return `${item.id} has open items: ${ids}; close them or change their parent first`;
}
