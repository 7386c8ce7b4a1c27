import type { Backlog } from '../../backlog/backlog.js';
import type { QueryContext } from '../../backlog/query-keys.js';
import { fieldOf, type Value } from '../../item/document.js';
import { type FieldType, fieldNames, workFields } from '../../item/field.js';
import type { Item } from '../../item/item.js';
import { failure, type Result, success } from '../../text/problem.js';
import { didYouMean } from '../../text/suggest.js';

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
    return failure({
      kind: 'usage',
      message: `--columns: unknown column "${unknown}".${didYouMean(unknown, known)} (${known.join(', ')})`,
    });
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
export interface ShownItem {
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
    const text = writeValue(fieldOf(item.document, key));
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
