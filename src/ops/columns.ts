import type { Backlog } from '../backlog/backlog.js';
import { fieldOf, type Value } from '../item/document.js';
import { fieldNames } from '../item/field.js';
import type { Item } from '../item/item.js';
import { configureModel } from '../score/load-model.js';
import { scoredFields } from '../score/read-inputs.js';
import { scoreItem } from '../score/score-item.js';
import { failure, type Result, success } from '../text/problem.js';
import { didYouMean } from '../text/suggest.js';

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

/** An item's cells; a title below an epic is indented. */
export function listColumns(
  backlog: Backlog,
  item: Item,
  columns: readonly ShownColumn[],
  { depth, path }: { readonly depth: number; readonly path: string },
): readonly string[] {
  return columns.map(({ key }) => {
    const text = key === 'path' ? path : cellText(backlog, item, key);
    return key === 'title' ? '  '.repeat(depth) + text : text;
  });
}

function cellText(backlog: Backlog, item: Item, key: string): string {
  if (key === 'score') return scoreOf(backlog, item)?.toFixed(2) ?? '';
  return writeValue(fieldOf(item.document, key));
}

/** An item's score by the backlog's ranking model; null when inputs are missing. */
export function scoreOf({ settings }: Backlog, item: Item): number | null {
  const model = configureModel(settings, settings.rank.model);
  return model.ok ? scoreItem(scoredFields(item), model.value).score : null;
}

function writeValue(value: Value | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(writeValue).join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
