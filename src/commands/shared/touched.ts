import type { ChangeSet } from '../../backlog/change-set.js';
import { readDocument } from '../../item/document.js';
import { type Item, toItem } from '../../item/item.js';
import { pathAfter } from '../../ops/items/archive-items.js';
import type { Style } from '../../terminal/style.js';
import type { Context } from './command.js';

/** An item that a command wrote, as it says so. */
export interface Touched {
  readonly id: string;
  readonly title: string;
  readonly path: string;
}

export function describeTouched(
  context: Context,
  items: readonly { readonly id: string; readonly title: string; readonly path: string }[],
): readonly Touched[] {
  return items.map(({ id, title, path }) => ({ id, title, path: context.shownPath(path) }));
}

/** @param changes what the command does to them: titles are shown as they are afterwards */
export function touchedFromItems(
  context: Context,
  items: readonly Item[],
  changes: ChangeSet = [],
): readonly Touched[] {
  const described = items.map(({ id, title, document }) => {
    const path = pathAfter(changes, document.path);
    const after = changes.find((change) => change.path === path)?.after ?? null;
    const read = after === null ? null : readDocument(path, after);
    return { id, title: read?.ok ? toItem(read.value).title : title, path };
  });
  return describeTouched(context, described);
}

/** Id and title with the path below on a terminal; the ids alone in a pipe, for scripts. */
export function renderTouched(touched: readonly Touched[], style: Style): string {
  return touched
    .map(({ id, title, path }) =>
      style.isTerminal ? `${style.bold(id)} ${title}\n  ${style.dim(path)}` : id,
    )
    .join('\n');
}
