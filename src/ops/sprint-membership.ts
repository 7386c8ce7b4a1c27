import type { FieldEdit } from '../item/edit.js';
import type { Item } from '../item/item.js';
import { formatSprintEvent } from '../item/sprint-event.js';
import type { Day } from '../text/date.js';
import { setField } from './change-item.js';

/**
 * The edits that put an item into a sprint, or out of any (null): `sprint:` says where it is now,
 * `sprints:` keeps every entry and exit, so that two branches adding items merge (DESIGN 1).
 */
export function changeSprint(
  item: Item,
  sprint: string | null,
  day: Day,
  reason: string,
): readonly FieldEdit[] {
  if (item.sprint === sprint) return [];
  const points = item.points;
  const exit = item.sprint === null ? [] : [{ day, sign: '-' as const, sprint: item.sprint }];
  const entry = sprint === null ? [] : [{ day, sign: '+' as const, sprint }];
  const events = [...exit, ...entry].map((event) =>
    formatSprintEvent({ ...event, points, reason }),
  );
  return [
    setField('sprint', sprint ?? undefined),
    setField('sprints', [...item.sprints, ...events]),
  ];
}
