import type { Backlog } from '../../backlog/backlog.js';
import { categoryOf } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';

/** Done items of one size, which a new one may be compared with. */
export interface Reference {
  readonly points: number;
  /** The latest first. */
  readonly items: readonly { readonly id: string; readonly title: string }[];
}

const mostOfSize = 2;

/** What the sizes of the scale were in the past: an estimate is a comparison. */
export function listReferences(backlog: Backlog, except: Item | null = null): readonly Reference[] {
  const { settings, work } = backlog;
  const done = work
    .filter((item) => item !== except && item.points !== null && item.type !== 'epic')
    .filter((item) => categoryOf(settings, item) === 'done')
    .toSorted((a, b) =>
      (a.done ?? '') === (b.done ?? '') ? 0 : (a.done ?? '') > (b.done ?? '') ? -1 : 1,
    );
  return [...settings.points]
    .sort((a, b) => a - b)
    .map((points) => ({
      points,
      items: done
        .filter((item) => item.points === points)
        .slice(0, mostOfSize)
        .map(({ id, title }) => ({ id, title })),
    }))
    .filter(({ items }) => items.length > 0);
}
