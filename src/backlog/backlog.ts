import type { Document } from '../item/document.js';
import { type Item, toItem } from '../item/item.js';
import type { Problem } from '../text/problem.js';
import { orderItems } from './order-key.js';
import type { Settings } from './settings.js';
import { isWorkItem } from './workflow.js';

/** Every document of one backlog as one immutable value. */
export interface Backlog {
  readonly settings: Settings;
  /** Work items in backlog order, archived ones too. */
  readonly work: readonly Item[];
  /** Goals, personas, stakeholders, feedback and sprints, by path. */
  readonly around: readonly Item[];
  /** By upper-case id; of two documents with one id, the first by path. */
  readonly byId: ReadonlyMap<string, Item>;
  /** Files that could not be read. */
  readonly problems: readonly Problem[];
}

export function createBacklog(
  settings: Settings,
  documents: readonly Document[],
  problems: readonly Problem[] = [],
): Backlog {
  const items = documents.map(toItem).sort((a, b) => comparePaths(a, b));
  const work = orderItems(
    items
      .filter((item) => isWorkItem(settings, item))
      .map((item) => ({
        item,
        id: item.id,
        rank: item.rank ?? undefined,
        created: item.created ?? undefined,
      })),
  ).map(({ item }) => item);
  const around = items.filter((item) => !isWorkItem(settings, item));
  const byId = new Map<string, Item>();
  for (const item of items) {
    const key = item.id.toUpperCase();
    if (key !== '' && !byId.has(key)) byId.set(key, item);
  }
  return { settings, work, around, byId, problems };
}

/** Code unit order: the same on every machine, whatever its locale. */
function comparePaths(a: Item, b: Item): number {
  return a.document.path < b.document.path ? -1 : 1;
}

export function allItems(backlog: Backlog): readonly Item[] {
  return [...backlog.work, ...backlog.around];
}

export function itemsOfType(backlog: Backlog, type: string): readonly Item[] {
  return backlog.around.filter((item) => item.type === type);
}

/** References as the ids of what they name, whose case may differ. */
export function spellIds(backlog: Backlog, ids: readonly string[]): readonly string[] {
  return ids.map((id) => getItem(backlog, id)?.id ?? id);
}

/** The item a reference in a file names: whole ids only, in any case. */
export function getItem(backlog: Backlog, id: string): Item | undefined {
  return backlog.byId.get(id.toUpperCase());
}
