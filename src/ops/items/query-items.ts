import { allItems, type Backlog } from '../../backlog/backlog.js';
import { parseQuery } from '../../backlog/query.js';
import type { QueryContext } from '../../backlog/query-keys.js';
import { isOpen } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import { type Result, success } from '../../text/problem.js';

export interface ItemQuery {
  readonly words: readonly string[];
  /** Closed and archived items too. */
  readonly all: boolean;
  /** The day of the last commit of an item's file; asked only when the query is about it. */
  readonly updatedOf: (item: Item) => string | null;
  /** What queries about scores and personas ask: `queryContext(backlog)`. */
  readonly context: QueryContext;
}

/**
 * The items a query asks for: work items in backlog order, or the other kinds when the query
 * names their type. Closed ones only with `all`, or when the query itself speaks of status.
 */
export function selectByQuery(backlog: Backlog, query: ItemQuery): Result<readonly Item[]> {
  const parsed = parseQuery(query.words, backlog, {
    ...query.context,
    updatedOf: query.updatedOf,
  });
  if (!parsed.ok) return parsed;
  const { matches, namesStatus, namesType } = parsed.value;
  const isShown = (item: Item) =>
    query.all || namesStatus || (isOpen(backlog.settings, item) && !item.archived);
  const candidates = namesType ? allItems(backlog) : backlog.work;
  return success(candidates.filter((item) => isShown(item) && matches(item)));
}
