import type { Item } from '../item/item.js';
import { sayNumber, saySize } from '../text/amount.js';
import type { Backlog } from './backlog.js';
import { listSplit } from './membership.js';
import { type WayOfWorking, wayOf } from './way-of-working.js';
import { categoryOf, isOpen } from './workflow.js';

/** How far work is: of a goal, an epic, a sprint's items. */
export interface Progress {
  /** What the team counts: `points` or `items` below is the one to show. */
  readonly unit: WayOfWorking['unit'];
  readonly items: Done;
  readonly points: Done;
  /** Open items without an estimate, so that there is more to do than the points say. */
  readonly unestimated: number;
}

interface Done {
  readonly all: number;
  readonly done: number;
}

/** What a sprint took on and what became of it, in what the team counts. */
export interface SprintTotals {
  readonly unit: WayOfWorking['unit'];
  /** Null before its start, which is what commits a team. */
  readonly committed: number | null;
  readonly added: number;
  readonly removed: number;
  /** In it now; of a closed sprint what was in it at its close. */
  readonly now: number;
  readonly done: number;
  /** Of a closed sprint: neither done nor taken out. */
  readonly carried: number;
}

/**
 * Dropped work is not counted, and an epic is done by its parts: it counts itself only while it is
 * estimated and has none, as a forecast takes it.
 */
export function listCounted(backlog: Backlog, items: readonly Item[]): readonly Item[] {
  const isSized = (item: Item) => item.type === 'epic' && item.points !== null;
  const split = items.some(isSized) ? listSplit(backlog) : new Set();
  return items.filter((item) => {
    const isWhole = item.type !== 'epic' || (isSized(item) && !split.has(item.id.toUpperCase()));
    return isWhole && categoryOf(backlog.settings, item) !== 'dropped';
  });
}

export function measureProgress(backlog: Backlog, items: readonly Item[]): Progress {
  const counted = listCounted(backlog, items);
  const done = counted.filter((item) => categoryOf(backlog.settings, item) === 'done');
  return {
    unit: wayOf(backlog).unit,
    items: { all: counted.length, done: done.length },
    points: { all: sumPoints(counted), done: sumPoints(done) },
    unestimated: counted.filter((item) => isOpen(backlog.settings, item) && item.points === null)
      .length,
  };
}

/** The numbers of a progress that the team counts by; items where nothing in it has points. */
export function countedIn(progress: Progress): Done & { readonly unit: Progress['unit'] } {
  const unit = progress.points.all === 0 ? 'items' : progress.unit;
  return { unit, ...progress[unit] };
}

/** `28 of 61+ points`: there is more to do that no one has estimated. Empty where nothing is. */
export function sayProgress(progress: Progress): string {
  const { unit, all, done } = countedIn(progress);
  if (all === 0) return '';
  const more = unit === 'points' && progress.unestimated > 0;
  return more
    ? `${sayNumber(done)} of ${sayNumber(all)}+ points`
    : `${sayNumber(done)} of ${saySize(all, unit)}`;
}

/** Whole percent, and never 100 while something is left; null where there is no work. */
export function percentDone(progress: Progress): number | null {
  const { all, done } = countedIn(progress);
  if (all === 0) return null;
  const percent = Math.round((100 * done) / all);
  return percent === 100 && done < all ? 99 : percent;
}

/** The size of work in what the team counts; items without points count nothing in points. */
export function measureSize(
  items: readonly { readonly points: number | null }[],
  unit: WayOfWorking['unit'],
): number {
  return unit === 'items' ? items.length : sumPoints(items);
}

export function sumPoints(items: readonly { readonly points: number | null }[]): number {
  return items.reduce((sum, { points }) => sum + (points ?? 0), 0);
}
