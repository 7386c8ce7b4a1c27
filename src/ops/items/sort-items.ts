import type { Backlog } from '../../backlog/backlog.js';
import type { QueryContext } from '../../backlog/query-keys.js';
import { fieldOf } from '../../item/document.js';
import { fieldNames } from '../../item/field.js';
import type { Item } from '../../item/item.js';
import { asDeclared } from '../../item/scalar-rule.js';
import { failure, type Result, success } from '../../text/problem.js';
import { didYouMean } from '../../text/suggest.js';

/**
 * Items by one field, `-` before it turning the order round; equal ones keep the backlog's order
 * and those without a value come last either way. Without a key, the order they have.
 */
export function sortItems(
  backlog: Backlog,
  items: readonly Item[],
  sort: string | undefined,
  { scoreOf }: Pick<QueryContext, 'scoreOf'>,
): Result<readonly Item[]> {
  if (sort === undefined) return success(items);
  const isDown = sort.startsWith('-');
  const key = isDown ? sort.slice(1) : sort;
  const known = [...fieldNames, ...Object.keys(backlog.settings.fields)];
  if (!known.includes(key)) {
    return failure({
      kind: 'usage',
      message: `--sort: unknown key "${key}".${didYouMean(key, known)} (${known.join(', ')})`,
    });
  }
  const keyed = items.map((item) => ({
    item,
    value: key === 'score' ? (scoreOf?.(item) ?? null) : sortValue(backlog, item, key),
  }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) {
      return Number(a.value === null) - Number(b.value === null);
    }
    const order = a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
    return isDown ? -order : order;
  });
  return success(keyed.map(({ item }) => item));
}

function sortValue({ settings }: Backlog, item: Item, key: string): string | number | null {
  const type = Object.hasOwn(settings.fields, key) ? settings.fields[key] : undefined;
  const value = asDeclared(type, fieldOf(item.document, key) ?? null);
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value !== '' ? value : null;
}
