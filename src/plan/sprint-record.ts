import { parseSprintEvent, type SprintEvent } from '../item/sprint-event.js';
import type { Day } from '../text/date.js';
import type { CountedItem, SprintRecord } from './velocity.js';

/** An item as closing a sprint sees it. */
export interface SprintItem {
  readonly id: string;
  /** Now. */
  readonly points: number | null;
  readonly done: boolean;
  /** Decided against: no longer in, whatever `sprint` says. */
  readonly dropped?: boolean;
  /** The sprint it is in now. */
  readonly sprint: string | null;
  /** Its `sprints` lines. */
  readonly sprints: readonly string[];
}

/** What starting a sprint commits to: the items in it, with their points now. */
export function listCommitment(sprint: string, items: readonly SprintItem[]): CountedItem[] {
  return items
    .filter((item) => item.sprint === sprint && !item.dropped)
    .map(({ id, points }) => ({ id, points }));
}

/** A sprint as its start froze it. */
export interface StartedSprint {
  readonly id: string;
  readonly started: Day;
  /** As `listCommitment` gave it. */
  readonly committed: readonly CountedItem[];
}

/**
 * What closing a sprint freezes. Every item that was in it after the start counts once on each side,
 * with one number of points, so that committed + added − removed = done + carried, in items and in
 * points. The number is the commitment's, else the item's latest entry's, else its points now:
 * later estimates do not change the past.
 *
 * What left and came back counts as if it had stayed; what came and went is both added and removed.
 * A committed item that was dropped, or that the files no longer have, counts as removed.
 */
export function closeSprint(request: {
  readonly sprint: StartedSprint;
  readonly items: readonly SprintItem[];
}): SprintRecord {
  const { sprint, items } = request;
  const byId = new Map(items.map((item) => [item.id, item]));
  const committedIds = new Set(sprint.committed.map(({ id }) => id));
  const added = items
    .filter((item) => !committedIds.has(item.id) && wasInAfterStart(item, sprint))
    .map((item) => countAdded(item, sprint.id));

  const everIn = [...sprint.committed, ...added];
  const isIn = ({ id }: CountedItem) => {
    const item = byId.get(id);
    return item?.sprint === sprint.id && !item.dropped;
  };
  const isDone = ({ id }: CountedItem) => byId.get(id)?.done === true;
  return {
    committed: [...sprint.committed],
    added,
    removed: everIn.filter((item) => !isIn(item)),
    done: everIn.filter((item) => isIn(item) && isDone(item)),
    carried: everIn.filter((item) => isIn(item) && !isDone(item)),
  };
}

/** Planned and dropped again before the start, or on its day, is no change of scope. */
export function wasInAfterStart(
  item: Pick<SprintItem, 'sprint' | 'sprints'>,
  { id, started }: Pick<StartedSprint, 'id' | 'started'>,
): boolean {
  if (item.sprint === id) return true;
  return readEvents(item, id).some(({ sign, day }) => sign === '-' && day > started);
}

function countAdded(item: SprintItem, sprint: string): CountedItem {
  const entry = readEvents(item, sprint).findLast(({ sign }) => sign === '+');
  return { id: item.id, points: entry ? entry.points : item.points };
}

function readEvents(item: Pick<SprintItem, 'sprints'>, sprint: string): SprintEvent[] {
  return item.sprints
    .map(parseSprintEvent)
    .filter((event) => event !== null)
    .filter((event) => event.sprint === sprint);
}
