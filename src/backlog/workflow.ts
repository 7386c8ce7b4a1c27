import type { Item } from '../item/item.js';
import { type Category, isWorkKind, type Kind } from '../item/kind.js';
import type { Settings } from './settings.js';

export function kindOf(settings: Settings, type: string): Kind | undefined {
  return settings.kinds.find((kind) => kind.type === type);
}

/** Status name → category for a type; empty for types without a status (personas). */
export function statusesOf(settings: Settings, type: string): Readonly<Record<string, Category>> {
  const kind = kindOf(settings, type);
  if (kind?.statuses) return kind.statuses;
  return !kind || isWorkKind(kind) ? settings.statuses : {};
}

/** The category of an item's status; an unknown or missing status counts as work to do. */
export function categoryOf(settings: Settings, item: Pick<Item, 'type' | 'status'>): Category {
  const statuses = statusesOf(settings, item.type);
  const { status } = item;
  return (status !== null && Object.hasOwn(statuses, status) ? statuses[status] : null) ?? 'todo';
}

/** The status an item takes when it enters a category: the first one the workflow names. */
export function firstStatus(
  settings: Settings,
  type: string,
  category: Category,
): string | undefined {
  const statuses = statusesOf(settings, type);
  return Object.keys(statuses).find((name) => statuses[name] === category);
}

export function isOpen(settings: Settings, item: Pick<Item, 'type' | 'status'>): boolean {
  const category = categoryOf(settings, item);
  return category === 'todo' || category === 'doing';
}

export function isWorkItem(settings: Settings, item: Pick<Item, 'type'>): boolean {
  const kind = kindOf(settings, item.type);
  return kind === undefined || isWorkKind(kind);
}

/** True when the team has called the item ready to be taken into a sprint. */
export function isReady(settings: Settings, item: Pick<Item, 'status'>): boolean {
  return item.status !== null && settings.ready.includes(item.status);
}
