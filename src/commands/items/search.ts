import { type FoundItem, searchItems } from '../../ops/items/search-items.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';
import { findLastChanges } from '../shared/last-changes.js';
import { loadQueryContext } from '../shared/load-query-context.js';
import { readBacklog, readNumber } from '../shared/read-backlog.js';

const usualLimit = 20;

export async function run(context: Context, input: Input): Promise<Outcome<readonly FoundItem[]>> {
  const backlog = readBacklog(context);
  const query = {
    words: input.args,
    updatedOf: await findLastChanges(context, input),
    context: await loadQueryContext(backlog, input.args),
  };
  const found = unwrap(searchItems(backlog, query, context.store().memory()));
  const shown = found.slice(0, readNumber(input, 'limit') ?? usualLimit);
  const more = found.length - shown.length;
  return {
    data: shown.map((one) => ({ ...one, path: context.shownPath(one.path) })),
    problems: backlog.problems,
    notes: more > 0 ? [`${more} more: --limit ${found.length}`] : [],
    ...(input.flag('exit-code') && shown.length === 0 ? { exit: 1 as const } : {}),
  };
}

export function render(data: readonly FoundItem[], style: Style): string {
  if (data.length === 0) return style.isTerminal ? 'Nothing matches.' : '';
  return style.table({
    columns: [
      { title: 'ID', align: 'left', shrinks: false },
      { title: 'STATUS', align: 'left', shrinks: false },
      { title: 'TITLE', align: 'left', shrinks: true },
      { title: 'EXCERPT', align: 'left', shrinks: true },
    ],
    rows: data.map(({ id, status, title, excerpt }) => [id, status ?? '', title, excerpt]),
  });
}
