import type { Item } from '../item/item.js';
import { readText } from '../item/item.js';

/** A field as text, or null: fields of a kind that items do not name are read as leniently. */
export function textOf({ document }: Item, key: string): string | null {
  return readText(document.fields[key]);
}

export function numberOf({ document }: Item, key: string): number | null {
  const value = document.fields[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A list of texts, or one text alone. */
export function listTexts({ document }: Item, key: string): readonly string[] {
  const value = document.fields[key];
  const values = Array.isArray(value) ? value : [value];
  return values.map((one) => readText(one)).filter((text) => text !== null);
}
