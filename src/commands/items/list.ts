import {
  arrangeTree,
  listColumns,
  readColumns,
  type ShownColumn,
  selectByQuery,
  sortItems,
} from '../../ops/items/query-items.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';
import { findLastChanges } from '../shared/last-changes.js';
import { loadQueryContext } from '../shared/load-query-context.js';
import { checkJsonKeys, readBacklog, readNumber } from '../shared/read-backlog.js';
import { documentKeys } from '../shared/shared-options.js';

interface Listed {
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly (readonly string[])[];
  /** How many closed items `--all` would show, when there is nothing else. */
  readonly hidden: number;
}

const defaultColumns = 'id,status,points,title';

export async function run(
  context: Context,
  input: Input,
): Promise<Outcome<Listed | readonly object[]>> {
  const backlog = readBacklog(context);
  checkJsonKeys(input, [...documentKeys, ...Object.keys(backlog.settings.fields)]);
  const updatedOf = await findLastChanges(context, input);
  const asked = [...input.args, input.option('sort') ?? '', input.option('columns') ?? ''];
  const asks = await loadQueryContext(backlog, asked);
  const query = { words: input.args, all: input.flag('all'), updatedOf, context: asks };
  const found = unwrap(selectByQuery(backlog, query));
  const sorted = unwrap(sortItems(backlog, found, input.option('sort'), asks));
  const shown = sorted.slice(0, readNumber(input, 'limit') ?? sorted.length);
  const outcome = {
    problems: backlog.problems,
    ...(input.flag('exit-code') && shown.length === 0 ? { exit: 1 as const } : {}),
  };
  if (input.json !== null) {
    const { describeItem } = await import('../../ops/items/describe-item.js');
    const data = shown.map((item) => {
      const described = describeItem(backlog, item);
      return { ...described, path: context.shownPath(described.path) };
    });
    return { ...outcome, data };
  }
  const columns = unwrap(readColumns(backlog, input.option('columns') ?? defaultColumns));
  const placed = input.flag('tree')
    ? arrangeTree(shown)
    : shown.map((item) => ({ item, depth: 0 }));
  const rows = placed.map(({ item, depth }) => {
    const path = () => context.shownPath(item.document.path);
    return listColumns(item, columns, { depth, path, scoreOf: asks.scoreOf });
  });
  const hidden =
    found.length > 0 ? 0 : unwrap(selectByQuery(backlog, { ...query, all: true })).length;
  return { ...outcome, data: { columns, rows, hidden } };
}

export function render(data: Listed | readonly object[], style: Style): string {
  if (!('rows' in data)) return '';
  if (data.rows.length > 0) return style.table(data);
  if (!style.isTerminal) return '';
  return data.hidden === 0
    ? 'Nothing matches.'
    : `Nothing open; --all shows ${data.hidden} closed.`;
}
