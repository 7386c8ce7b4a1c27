import type { Item } from '../item/item.js';
import { parseSprintEvent, type SprintEvent } from '../item/sprint-event.js';
import { type RecordFault, recordsOf } from '../item/sprint-record.js';
import { type Backlog, getItem } from './backlog.js';
import type { Settings } from './settings.js';
import { categoryOf, isOpen } from './workflow.js';

/** The reason a sprint's close writes into the events of what it moves on. */
export const carriedReason = 'carried';

/** The last time an item left a sprint; null when it is in it still, or never was. */
function lastExit(item: Item, sprint: string): SprintEvent | null {
  if (item.sprint === sprint) return null;
  const events = item.sprints.flatMap((text) => parseSprintEvent(text) ?? []);
  return events.findLast((event) => event.sign === '-' && event.sprint === sprint) ?? null;
}

/**
 * How a closed sprint should count an item, by the item's own state and events; null where these do
 * not tell. What was done by the day it left counts as done.
 */
export function outcomeOf(
  settings: Settings,
  item: Item,
  sprint: string,
): 'done' | 'carried' | 'removed' | null {
  const exit = lastExit(item, sprint);
  const isDone = categoryOf(settings, item) === 'done';
  if (exit === null) return item.sprint !== sprint ? null : isDone ? 'done' : 'carried';
  if (isDone && item.done !== null && item.done <= exit.day) return 'done';
  return exit.reason === carriedReason ? 'carried' : 'removed';
}

/** What the record says of items that they themselves deny. */
export function findDisagreements(backlog: Backlog, sprint: Item): readonly RecordFault[] {
  const done = recordsOf(sprint, 'done').flatMap(({ id }): readonly RecordFault[] => {
    const item = getItem(backlog, id);
    const exit = item && lastExit(item, sprint.id);
    // Reopened and moved on later, it has another day of being done, or none.
    const hasLeft = item?.done && exit && item.done <= exit.day;
    if (exit && (hasLeft || exit.reason === carriedReason)) {
      const how = exit.reason === carriedReason ? 'was carried over' : 'left the sprint';
      const message = `done has ${id}, which ${how} on ${exit.day} by its own events`;
      return [{ key: 'done', id, message }];
    }
    if (!item || item.sprint !== sprint.id || !isOpen(backlog.settings, item)) return [];
    return [{ key: 'done', id, message: `done has ${id}, which is ${item.status ?? 'open'}` }];
  });
  const carried = recordsOf(sprint, 'carried').flatMap(({ id }): readonly RecordFault[] => {
    const item = getItem(backlog, id);
    if (!item?.done || categoryOf(backlog.settings, item) !== 'done') return [];
    const exit = lastExit(item, sprint.id);
    if (exit === null ? item.sprint !== sprint.id : item.done >= exit.day) return [];
    const message = `carried has ${id}, which was done on ${item.done}, while it was in the sprint`;
    return [{ key: 'carried', id, message }];
  });
  return [...done, ...carried];
}
