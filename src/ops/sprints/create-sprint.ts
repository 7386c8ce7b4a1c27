import type { Backlog } from '../../backlog/backlog.js';
import { getItem } from '../../backlog/backlog.js';
import type { FileChange } from '../../backlog/change-set.js';
import { createDocumentText } from '../../item/edit/edit.js';
import { keyOrderOf, presentFields } from '../../item/field.js';
import { builtInKinds } from '../../item/kind.js';
import { fillTemplate, type Template } from '../../item/template.js';
import { nextSprintId, sprintDates } from '../../plan/sprint-id.js';
import type { Clock } from '../../text/clock.js';
import { type Day, isDay } from '../../text/date.js';
import { type Result, success, usage } from '../../text/problem.js';
import { evaluateText } from '../items/assignment.js';
import { listSprints } from './sprints.js';
import { findNextStart } from './team-calendar.js';

export interface NewSprint {
  readonly goal: string | undefined;
  readonly start: Day | undefined;
  /** Calendar days. */
  readonly length: number | undefined;
  readonly capacity: number | undefined;
}

export interface CreatedSprint {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly change: FileChange;
}

/** As `sprint.length` in the settings. */
const mostDays = 60;

/** The next sprint: after the last one, as dates are forecast; its days overlap no other's. */
export function createSprint(
  backlog: Backlog,
  template: Template,
  input: NewSprint,
  { today }: Pick<Clock, 'today'>,
): Result<CreatedSprint> {
  const sprints = listSprints(backlog);
  const start = input.start ?? findNextStart(backlog, today);
  if (!isDay(start)) return usage(`--start: expected a date such as 2026-11-24, not "${start}"`);
  const length = input.length ?? backlog.settings.sprint.length;
  if (!Number.isInteger(length) || length < 1 || length > mostDays) {
    return usage(`--length: expected 1 to ${mostDays} days`);
  }
  const dates = sprintDates(start, length);
  // Years before 1000 and after 9999 have no four digits, and files keep only those.
  if (start < '1000-01-08' || !isDay(dates.end)) return usage(`--start: ${start} is out of range`);
  const overlapping = sprints.find(
    (other) =>
      other.start !== null &&
      other.end !== null &&
      dates.start <= other.end &&
      other.start <= dates.end,
  );
  if (overlapping) {
    const { id, start: from, end } = overlapping;
    return usage(`${dates.start} to ${dates.end} overlaps ${id}, which is ${from} to ${end}`);
  }
  const ids = sprints.map(({ id }) => id);
  const id = nextSprintId(ids, start, length);
  if (getItem(backlog, id)) return usage(`there is already a sprint ${id}`);
  const title = evaluateText('goal', input.goal?.trim() || id);
  if (!title.ok) return title;
  const capacity = input.capacity ?? backlog.settings.sprint.capacity;
  const kind = builtInKinds.find(({ type }) => type === 'sprint');
  if (!kind) throw new Error('there is no type sprint');
  const fields = {
    ...template.fields,
    id,
    type: 'sprint',
    status: 'planned',
    title: title.value,
    ...dates,
    capacity,
    created: today,
  };
  const path = `${kind.folder}/${id}.md`;
  const body = fillTemplate(template, { goal: input.goal, title: title.value });
  const text = createDocumentText(presentFields(fields), body, keyOrderOf(kind));
  return success({ id, title: title.value, path, change: { path, before: null, after: text } });
}
