import type { Item } from '../item/item.js';
import { type Backlog, itemsOfType } from './backlog.js';
import type { Settings } from './settings.js';
import { categoryOf, isOpen, isReady } from './workflow.js';

/** What a team counts its work in, and over what. */
export interface WayOfWorking {
  readonly unit: 'points' | 'items';
  readonly period: 'sprint' | 'week';
  /** Seen in the backlog; false where `way:` in the settings says both. */
  readonly isSeen: boolean;
}

/**
 * Points where the team estimates, else items; weeks where it finishes work without any sprint, else
 * sprints. This decides for every measure, forecast, report, page and question: `way:` in the settings overrides it.
 */
export function wayOf(backlog: Backlog): WayOfWorking {
  return backlog.fact(findWay);
}

function findWay(backlog: Backlog): WayOfWorking {
  const said = readWay(backlog.settings);
  return {
    unit: said.unit ?? (isEstimated(backlog) ? 'points' : 'items'),
    period: said.period ?? (hasWeeks(backlog) ? 'week' : 'sprint'),
    isSeen: said.unit === undefined || said.period === undefined,
  };
}

/** What the settings say of it. */
export function readWay({ way }: Settings): Partial<Pick<WayOfWorking, 'unit' | 'period'>> {
  switch (way) {
    case undefined:
      return {};
    case 'scrum':
      return { unit: 'points', period: 'sprint' };
    case 'kanban':
      return { unit: 'items', period: 'week' };
    case 'no-estimates':
      return { unit: 'items' };
    default:
      return {
        ...(way.count && { unit: way.count }),
        ...(way.over && { period: way.over === 'weeks' ? 'week' : 'sprint' }),
      };
  }
}

/** Older work may be from before the team changed its way. */
const lookedAt = 20;

/** Half of what was done last or can be started has points; in a backlog of drafts, any of them. */
function isEstimated({ settings, work }: Backlog): boolean {
  const items = work.filter(({ type }) => type !== 'epic' && type !== 'spike');
  const done = items
    .filter((item) => categoryOf(settings, item) === 'done')
    .toSorted((a, b) => compareDays(b.done, a.done))
    .slice(0, lookedAt);
  const startable = items.filter(
    (item) => isReady(settings, item) || categoryOf(settings, item) === 'doing',
  );
  const evidence = [...done, ...startable];
  const hasPoints = ({ points }: Item) => points !== null;
  if (evidence.length === 0) {
    const open = items.filter((item) => isOpen(settings, item));
    return open.length === 0 || open.some(hasPoints);
  }
  return evidence.filter(hasPoints).length * 2 >= evidence.length;
}

function hasWeeks(backlog: Backlog): boolean {
  return (
    itemsOfType(backlog, 'sprint').length === 0 && backlog.work.some(({ done }) => done !== null)
  );
}

function compareDays(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '', b ?? ''];
  return left === right ? 0 : left < right ? -1 : 1;
}
