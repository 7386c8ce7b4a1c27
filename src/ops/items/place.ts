import { type Backlog, getItem } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import { findItem, refuseTwins } from '../../backlog/lookup.js';
import {
  isOrderKey,
  type PlacePosition,
  placeItem,
  type RankChange,
} from '../../backlog/order-key.js';
import { categoryOf, isWorkItem } from '../../backlog/workflow.js';
import type { FieldEdit } from '../../item/edit/edit.js';
import type { Item } from '../../item/item.js';
import { formatSprintEvent } from '../../item/sprint-event.js';
import type { Day } from '../../text/date.js';
import { failure, type Result, success, usage } from '../../text/problem.js';
import { changeEach, changeItem, setField } from './change-item.js';

/** Where to put something, as flags say it; at most one of them. */
export interface PlaceFlags {
  readonly top: boolean;
  readonly bottom: boolean;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The position the flags mean, or null when they say none. */
export function readPlace(backlog: Backlog, flags: PlaceFlags): Result<PlacePosition | null> {
  const { top, bottom, before, after } = flags;
  if ([top, bottom, before !== undefined, after !== undefined].filter(Boolean).length > 1) {
    return usage('give only one of --top, --bottom, --before, --after');
  }
  if (top) return success({ kind: 'top' });
  if (bottom) return success({ kind: 'bottom' });
  const reference = before ?? after;
  if (reference === undefined) return success(null);
  const neighbour = findItem(backlog, reference);
  if (!neighbour.ok) return neighbour;
  const { id } = neighbour.value;
  if (!isWorkItem(backlog.settings, neighbour.value)) {
    return usage(`${id} has no place in the backlog's order`);
  }
  return success({ kind: before === undefined ? 'after' : 'before', id });
}

/** The rank changes that put items, existing or new, at a position. */
export function placeIds(
  backlog: Backlog,
  ids: readonly string[],
  position: PlacePosition,
): readonly RankChange[] {
  return placeItem(backlog.work, ids, position);
}

/**
 * Ranks for new items at the end of the backlog; none where the last item has none either, since
 * items without rank stand last anyway, in the order they were made.
 */
export function placeAtEnd(backlog: Backlog, ids: readonly string[]): readonly RankChange[] {
  const last = backlog.work.at(-1);
  if (last && !isOrderKey(last.rank)) return [];
  return placeIds(backlog, ids, { kind: 'bottom' });
}

/** Writes rank changes into the items that are already there. */
export function applyRanks(backlog: Backlog, ranks: readonly RankChange[]): Result<ChangeSet> {
  const byId = new Map(ranks.map(({ id, rank }) => [id, rank]));
  const items = backlog.work.filter((item) => byId.has(item.id));
  const refused = refuseTwins(backlog, items);
  if (refused.length > 0) return failure(...refused);
  return changeEach(items, (item: Item) =>
    changeItem(backlog.settings, item, [setField('rank', byId.get(item.id))]),
  );
}

/**
 * The edits that put an item into a sprint, or out of any (null): `sprint:` says where it is now,
 * `sprints:` keeps every entry and exit, so that two branches adding items merge (docs/design.md). What was
 * in a sprint that is closed was in it to its end.
 */
export function changeSprint(
  backlog: Backlog,
  item: Item,
  sprint: string | null,
  day: Day,
  reason: string,
): readonly FieldEdit[] {
  if (item.sprint === sprint) return [];
  const points = item.points;
  const isLeaving = item.sprint !== null && !isClosed(backlog, item.sprint);
  const exit = isLeaving ? [{ day, sign: '-' as const, sprint: item.sprint }] : [];
  const entry = sprint === null ? [] : [{ day, sign: '+' as const, sprint }];
  const events = [...exit, ...entry].map((event) =>
    formatSprintEvent({ ...event, points, reason }),
  );
  return [
    setField('sprint', sprint ?? undefined),
    ...(events.length === 0 ? [] : [setField('sprints', [...item.sprints, ...events])]),
  ];
}

export function isInClosedSprint(backlog: Backlog, { sprint }: Item): boolean {
  return sprint !== null && isClosed(backlog, sprint);
}

function isClosed(backlog: Backlog, id: string): boolean {
  const sprint = getItem(backlog, id);
  return sprint?.type === 'sprint' && categoryOf(backlog.settings, sprint) === 'done';
}
