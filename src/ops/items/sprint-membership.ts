import { type Backlog, getItem } from '../../backlog/backlog.js';
import { categoryOf } from '../../backlog/workflow.js';
import type { FieldEdit } from '../../item/edit/edit.js';
import type { Item } from '../../item/item.js';
import { formatSprintEvent } from '../../item/sprint-event.js';
import type { Day } from '../../text/date.js';
import { setField } from './change-item.js';

/**
 * The edits that put an item into a sprint, or out of any (null): `sprint:` says where it is now,
 * `sprints:` keeps every entry and exit, so that two branches adding items merge (DESIGN 1). What was
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
