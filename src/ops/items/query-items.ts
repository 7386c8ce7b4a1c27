import { allItems, type Backlog } from '../../backlog/backlog.js';
import { parseQuery } from '../../backlog/query.js';
import type { QueryContext } from '../../backlog/query-keys.js';
import { isOpen } from '../../backlog/workflow.js';
import { type FieldType, fieldNames, workFields } from '../../item/field.js';
import type { Item } from '../../item/item.js';
import { asDeclared } from '../../item/scalar-rule.js';
import type { Value } from '../../item/value.js';
import { type Result, success, usage } from '../../text/problem.js';
import { didYouMean } from '../../text/suggest.js';

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

export interface ShownColumn {
  readonly key: string;
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly shrinks: boolean;
}

/** Columns as `--columns id,points,title` names them: frontmatter fields, and `path`. */
export function readColumns({ settings }: Backlog, text: string): Result<readonly ShownColumn[]> {
  const keys = text.split(',').map((key) => key.trim());
  const known = [...fieldNames, ...Object.keys(settings.fields), 'path'];
  const unknown = keys.find((key) => !known.includes(key));
  if (unknown !== undefined) {
    return usage(
      `--columns: unknown column "${unknown}".${didYouMean(unknown, known)} (${known.join(', ')})`,
    );
  }
  return success(
    keys.map((key) => ({
      key,
      title: key.toUpperCase(),
      align: key === 'points' || key === 'score' ? 'right' : 'left',
      shrinks: key === 'title',
    })),
  );
}

/** What the fields do not say of an item. */
interface ShownItem {
  /** How many epics it is below. */
  readonly depth: number;
  readonly path: () => string;
  /** Needed where there is a column of scores. */
  readonly scoreOf?: QueryContext['scoreOf'];
}

/** An item's cells; a title below an epic is indented. */
export function listColumns(
  item: Item,
  columns: readonly ShownColumn[],
  { depth, path, scoreOf }: ShownItem,
): readonly string[] {
  return columns.map(({ key }) => {
    if (key === 'path') return path();
    if (key === 'score') return scoreOf?.(item)?.toFixed(2) ?? '';
    const text = writeValue(item.document.field(key));
    return key === 'title' ? '  '.repeat(depth) + text : text;
  });
}

function writeValue(value: Value | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(writeValue).join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What a top-level field of a work item holds; null where nothing says. */
export function fieldTypeOf({ settings }: Backlog): (key: string) => FieldType | null {
  return (key) =>
    (Object.hasOwn(workFields, key) ? workFields[key]?.type : undefined) ??
    (Object.hasOwn(settings.fields, key) ? settings.fields[key] : undefined) ??
    null;
}

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
    return usage(`--sort: unknown key "${key}".${didYouMean(key, known)} (${known.join(', ')})`);
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
  const value = asDeclared(type, item.document.field(key) ?? null);
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value !== '' ? value : null;
}

interface TreeItem {
  readonly item: Item;
  /** How many of its ancestors stand above it. */
  readonly depth: number;
}

/**
 * The items with each below its parent, siblings in the order given. A parent that is not among
 * them leaves its children at the top; in a circle, what comes first is the top.
 */
export function arrangeTree(items: readonly Item[]): readonly TreeItem[] {
  const byId = new Map(items.map((item) => [item.id.toUpperCase(), item]));
  const children = new Map<Item | null, Item[]>();
  for (const item of items) {
    const parent = (item.parent === null ? null : byId.get(item.parent.toUpperCase())) ?? null;
    children.set(parent, [...(children.get(parent) ?? []), item]);
  }
  const placed: TreeItem[] = [];
  const seen = new Set<Item>();
  const place = (item: Item, depth: number) => {
    if (seen.has(item)) return;
    seen.add(item);
    placed.push({ item, depth });
    for (const child of children.get(item) ?? []) place(child, depth + 1);
  };
  for (const item of [...(children.get(null) ?? []), ...items]) place(item, 0);
  return placed;
}
