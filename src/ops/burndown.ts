import type { Backlog } from '../backlog/backlog.js';
import { getItem } from '../backlog/backlog.js';
import { parseSprintEvent } from '../item/sprint-event.js';
import { type BurndownDay, burnDown, type DatedPoints } from '../plan/burndown.js';
import { closeSprint } from '../plan/sprint-record.js';
import { type CountedItem, type SprintRecord, sumPoints } from '../plan/velocity.js';
import { type Day, isDay } from '../text/date.js';
import { failure, type Result, success } from '../text/problem.js';
import { listClosed } from './forecast-history.js';
import { findSprint, type Sprint, sprintItems } from './sprints.js';
import { workingDaysOf } from './team-calendar.js';

export interface BurndownReport {
  readonly id: string;
  readonly title: string;
  readonly status: string | null;
  readonly start: Day;
  readonly end: Day;
  readonly today: Day;
  /** Points at the start. */
  readonly committed: number;
  readonly days: readonly BurndownDay[];
  /** Done items that do not say when: counted on the last day known. */
  readonly undated: readonly string[];
  /** Items without estimate: they count nothing. */
  readonly unestimated: readonly string[];
}

/** The sprint a reference names; without one the running sprint, else the last closed one. */
export function findBurndownSprint(
  backlog: Backlog,
  reference: string | undefined,
): Result<Sprint> {
  const found = findSprint(backlog, reference, ['doing']);
  if (found.ok || reference !== undefined) return found;
  const last = listClosed(backlog).at(-1);
  return last ? success(last) : found;
}

/** A started sprint day by day, in points as its record counts them. */
export function reportBurndown(
  backlog: Backlog,
  sprint: Sprint,
  today: Day,
): Result<BurndownReport> {
  const { id, title, start, end, started, category } = sprint;
  if (category === 'todo') return fail(`${id} has not started: storymark sprint start ${id}`);
  if (start === null || end === null || !isDay(start) || !isDay(end) || end < start) {
    return fail(`${id} needs a start and an end, both days, the end not before the start`);
  }
  // What a close would freeze now: a running sprint counts as a closed one does.
  const record =
    category === 'done'
      ? sprint.record
      : closeSprint({
          sprint: { id, started: started ?? start, committed: sprint.record.committed },
          items: sprintItems(backlog),
        });
  const known = category === 'done' || today > end ? end : today;
  const undated = record.done.filter((item) => doneDay(backlog, item) === null);
  return success({
    id,
    title,
    status: sprint.item.status,
    start,
    end,
    today,
    committed: sumPoints(record.committed),
    days: burnDown({
      start,
      end,
      today: known,
      team: workingDaysOf(backlog),
      committed: sumPoints(record.committed),
      changes: listChanges(backlog, id, record, { start, end: known }),
      done: record.done.map((item) => ({
        day: doneDay(backlog, item) ?? known,
        points: item.points ?? 0,
      })),
    }),
    undated: undated.map((item) => item.id),
    unestimated: [...record.committed, ...record.added]
      .filter(({ points }) => points === null)
      .map((item) => item.id),
  });
}

function doneDay(backlog: Backlog, { id }: CountedItem): Day | null {
  const day = getItem(backlog, id)?.done ?? null;
  return day !== null && isDay(day) ? day : null;
}

/** Entries and exits after the start, on the days that the items keep. */
function listChanges(
  backlog: Backlog,
  sprint: string,
  { added, removed }: SprintRecord,
  { start, end }: { readonly start: Day; readonly end: Day },
): readonly DatedPoints[] {
  const dayOf = ({ id }: CountedItem, sign: '+' | '-') =>
    (getItem(backlog, id)?.sprints ?? [])
      .map(parseSprintEvent)
      .filter((event) => event !== null)
      .findLast((event) => event.sprint === sprint && event.sign === sign)?.day;
  return [
    ...added.map((item) => ({ day: dayOf(item, '+') ?? start, points: item.points ?? 0 })),
    ...removed.map((item) => ({ day: dayOf(item, '-') ?? end, points: -(item.points ?? 0) })),
  ];
}

function fail(message: string): Result<never> {
  return failure({ kind: 'usage', message });
}
