import type { Backlog } from '../../backlog/backlog.js';
import { getItem } from '../../backlog/backlog.js';
import { measureSize } from '../../backlog/progress.js';
import { type WayOfWorking, wayOf } from '../../backlog/way-of-working.js';
import { parseSprintEvent } from '../../item/sprint-event.js';
import { type BurndownDay, burnDown, type DatedPoints } from '../../plan/burndown.js';
import type { CountedItem, SprintRecord } from '../../plan/velocity.js';
import { roundToTenths, sayNumber } from '../../text/amount.js';
import { type Day, isDay } from '../../text/date.js';
import { type Result, success, usage } from '../../text/problem.js';
import { listClosed } from './forecast-history.js';
import { readRecord } from './sprint-totals.js';
import { findSprint, type Sprint } from './sprints.js';
import { workingDaysOf } from './team-calendar.js';

export interface BurndownReport {
  readonly id: string;
  readonly title: string;
  readonly status: string | null;
  readonly start: Day;
  readonly end: Day;
  readonly today: Day;
  readonly unit: WayOfWorking['unit'];
  /** At the start, in what the team counts, as all numbers here. */
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
  const { id, title, start, end, category } = sprint;
  if (category === 'todo') return usage(`${id} has not started: run storymark sprint start ${id}`);
  if (start === null || end === null || !isDay(start) || !isDay(end) || end < start) {
    return usage(`${id} needs a start and an end date, with the end not before the start`);
  }
  const { unit } = wayOf(backlog);
  const sizeOf = (item: CountedItem) => measureSize([item], unit);
  const record = readRecord(backlog, sprint);
  const known = category === 'done' || today > end ? end : today;
  const undated = record.done.filter((item) => doneDay(backlog, item) === null);
  return success({
    id,
    title,
    status: sprint.item.status,
    start,
    end,
    today,
    unit,
    committed: measureSize(record.committed, unit),
    days: burnDown({
      start,
      end,
      today: known,
      team: workingDaysOf(backlog),
      committed: measureSize(record.committed, unit),
      changes: listChanges(backlog, id, record, { start, end: known, sizeOf }),
      done: record.done.map((item) => ({
        day: doneDay(backlog, item) ?? known,
        points: sizeOf(item),
      })),
    }),
    undated: undated.map((item) => item.id),
    unestimated: (unit === 'items' ? [] : [...record.committed, ...record.added])
      .filter(({ points }) => points === null)
      .map((item) => item.id),
  });
}

/** `0.5 behind an even pace`: how far what is left is from the even line. */
export function sayEvenPace({ left, ideal }: Pick<BurndownDay, 'left' | 'ideal'>): string {
  const behind = roundToTenths((left ?? ideal) - ideal);
  if (behind === 0) return 'on an even pace';
  return `${sayNumber(Math.abs(behind))} ${behind > 0 ? 'behind' : 'ahead of'} an even pace`;
}

function doneDay(backlog: Backlog, { id }: CountedItem): Day | null {
  const day = getItem(backlog, id)?.done ?? null;
  return day !== null && isDay(day) ? day : null;
}

interface ChangeRequest {
  readonly start: Day;
  readonly end: Day;
  readonly sizeOf: (item: CountedItem) => number;
}

/** Entries and exits after the start, on the days that the items keep. */
function listChanges(
  backlog: Backlog,
  sprint: string,
  { added, removed }: SprintRecord,
  { start, end, sizeOf }: ChangeRequest,
): readonly DatedPoints[] {
  const dayOf = ({ id }: CountedItem, sign: '+' | '-') =>
    (getItem(backlog, id)?.sprints ?? [])
      .map(parseSprintEvent)
      .filter((event) => event !== null)
      .findLast((event) => event.sprint === sprint && event.sign === sign)?.day;
  return [
    ...added.map((item) => ({ day: dayOf(item, '+') ?? start, points: sizeOf(item) })),
    ...removed.map((item) => ({ day: dayOf(item, '-') ?? end, points: -sizeOf(item) })),
  ];
}
