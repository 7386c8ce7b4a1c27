import type { Value } from '../item/document.js';
import { fieldNames } from '../item/field.js';
import { isMap } from '../item/value.js';
import { writeTable } from './csv.js';
import type { ExportedItem, ExportFormat } from './exported-item.js';

/** Columns that are no field: the body, and what it says. */
export const textColumns = ['body', 'criteria', 'role', 'want', 'benefit'] as const;

/** A table that `import csv` reads back: lists with commas, maps a column for each key. */
export const csvExport: ExportFormat = {
  id: 'csv',
  summary: 'a table for spreadsheets; formulas are neutralised',
  write(items, { columns }) {
    const rows = items.map((item) => ({ item, cells: new Map(flatten(item.fields)) }));
    const shown = columns ?? [...listKeys(rows.map(({ cells }) => cells)), 'body'];
    return writeTable([
      [...shown],
      ...rows.map(({ item, cells }) =>
        shown.map((key) => textOf(item, key) ?? cells.get(key) ?? ''),
      ),
    ]);
  },
};

type Cells = ReadonlyMap<string, string>;

/** The keys some item has, in the order files keep them; those of a map behind each other. */
function listKeys(rows: readonly Cells[]): readonly string[] {
  const present = new Set(rows.flatMap((cells) => [...cells.keys()]));
  const placeOf = (key: string) => {
    const at = fieldNames.indexOf(key.split('.')[0] ?? '');
    return at === -1 ? fieldNames.length : at;
  };
  return [...present].sort((a, b) => placeOf(a) - placeOf(b));
}

function flatten(value: Value, key = ''): readonly (readonly [string, string])[] {
  if (isMap(value)) {
    return Object.entries(value).flatMap(([name, inner]) =>
      flatten(inner, key === '' ? name : `${key}.${name}`),
    );
  }
  return [[key, writeCell(value)]];
}

function writeCell(value: Value): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(writeCell).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function textOf({ body, criteria, story }: ExportedItem, key: string): string | null {
  switch (key) {
    case 'body':
      return body.trim();
    case 'criteria':
      return criteria.map(({ text, done }) => `[${done ? 'x' : ' '}] ${text}`).join('\n');
    case 'role':
    case 'want':
    case 'benefit':
      return story?.[key] ?? '';
    default:
      return null;
  }
}
