import type { Backlog } from '../../backlog/backlog.js';
import type { QueryContext } from '../../backlog/query-keys.js';

/**
 * What it takes to answer queries about scores and personas, if `words` (of the query, or the keys
 * of columns) may be about them: most are not, and the models and grammars cost more than the list.
 */
export async function loadQueryContext(
  backlog: Backlog,
  words: readonly string[],
): Promise<QueryContext> {
  if (!words.some((word) => /score|persona/.test(word))) return {};
  const { queryContext } = await import('../../ops/items/query-context.js');
  return queryContext(backlog);
}
