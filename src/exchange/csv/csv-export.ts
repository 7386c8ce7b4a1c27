import { fieldNames } from '../../item/field.js';
import { count } from '../../text/amount.js';
import type { ExportedItem, ExportFormat, ExportOptions } from '../exported-item.js';
import { writeTable } from './csv.js';
import { flattenFields, writeBodyCell } from './csv-cell.js';

/** Columns that are no field: the body, and what it says. */
export const textColumns = ['body', 'criteria', 'role', 'want', 'benefit'] as const;

/** Tells an item from those of other backlogs that have its id, so that an import knows its own rows. */
export const markColumn = 'storymark';

/** The order of the rows is the rank. */
const leftOut = new Set(['rank', 'body', markColumn]);

/** A table that `import csv` reads back: lists with commas, maps a column for each key. */
export const csvExport: ExportFormat = {
  id: 'csv',
  summary: 'a table for spreadsheets; formulas are neutralised',
  write(items, options) {
    const rows = items.map((item) => ({ item, cells: cellsOf(item, options) }));
    const asked = options.columns;
    const shown =
      asked === null
        ? [...listKeys(rows.map(({ cells }) => cells)), 'body', markColumn]
        : [...asked, ...(asked.includes('id') ? [markColumn] : [])];
    return writeTable([
      shown,
      ...rows.map(({ item, cells }) =>
        shown.map((key) => cells.get(key) ?? textOf(item, key) ?? ''),
      ),
    ]);
  },
  cannotCarry(items) {
    const keys = items.flatMap(({ fields }) => Object.keys(fields)).filter(cannotCarry);
    const comments = items.filter((item) => item.comments > 0).length;
    return [
      ...[...new Set(keys)].map((key) => {
        const times = keys.filter((one) => one === key).length;
        return `the key "${key}" (${count(times, 'item')})`;
      }),
      ...(comments === 0 ? [] : [`comments in the frontmatter (${count(comments, 'item')})`]),
    ];
  },
};

/** Keys that read as something else in a heading. */
function cannotCarry(key: string): boolean {
  return (leftOut.has(key) && key !== 'rank') || !/^[\w-]+$/.test(key);
}

type Cells = ReadonlyMap<string, string>;

/** An item's fields as cells, by heading. */
export function cellsOf(item: ExportedItem, { typeOf }: Pick<ExportOptions, 'typeOf'>): Cells {
  return new Map(
    flattenFields(item.fields, typeOf).filter(([key]) => !cannotCarry(key.split('.')[0] ?? '')),
  );
}

/** The keys some item has, in the order files keep them; those of a map behind each other. */
function listKeys(rows: readonly Cells[]): readonly string[] {
  const present = new Set(rows.flatMap((cells) => [...cells.keys()]));
  const placeOf = (key: string) => {
    const at = fieldNames.indexOf(key.split('.')[0] ?? '');
    return at === -1 ? fieldNames.length : at;
  };
  return [...present].filter((key) => !leftOut.has(key)).sort((a, b) => placeOf(a) - placeOf(b));
}

/** What a column that is no field says of an item; null: it is none. */
export function textOf({ body, criteria, story, mark }: ExportedItem, key: string): string | null {
  switch (key) {
    case 'body':
      return writeBodyCell(body);
    case 'criteria':
      return criteria.map(({ text, done }) => `[${done ? 'x' : ' '}] ${text}`).join('\n');
    case 'role':
    case 'want':
    case 'benefit':
      return story?.[key] ?? '';
    case markColumn:
      return mark;
    default:
      return null;
  }
}
