import type { Backlog } from '../../backlog/backlog.js';
import { ancestorsOf } from '../../backlog/graph.js';
import { groupChildren, listParts } from '../../backlog/membership.js';
import { measureProgress, type Progress } from '../../backlog/progress.js';
import { categoryOf, isOpen, isReady } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import { periodAt } from '../../plan/forecast.js';
import type { Day } from '../../text/date.js';
import { publishEntries } from '../items/publish-backlog.js';
import { type DueOutlook, forecastDue } from './forecast-due.js';
import type { ForecastPeriod } from './forecast-history.js';
import { orderOpenWork } from './forecast-order.js';
import {
  type Confidence,
  type DoneBy,
  doneBy,
  lookAhead,
  type Outlook,
  type OutlookRequest,
} from './forecast-outlook.js';
import { listSprints } from './sprints.js';

/** An epic, or the items that belong to none. */
export interface RoadmapEntry extends Progress {
  /** Null for the items without an epic. */
  readonly id: string | null;
  readonly title: string;
  readonly horizon: Horizon;
  /** Of the 85 % date: `2027-Q1`; null where there is none. */
  readonly quarter: string | null;
  /** The first day of the sprint it is likely to begin in; today once it has begun. */
  readonly start: Day | null;
  readonly percentiles: Readonly<Record<Confidence, DoneBy>>;
  readonly due: Day | null;
  /** Nobody has split or estimated it, so no date is known. */
  readonly unsplit: boolean;
}

export interface Roadmap {
  readonly today: Day;
  /** Past sprints, or weeks, drawn from. */
  readonly samples: number;
  readonly period: ForecastPeriod;
  readonly enough: boolean;
  /** In the order of the backlog; what comes first begins first. */
  readonly entries: readonly RoadmapEntry[];
  /** Items whose `due` this order would miss. */
  readonly late: readonly DueOutlook[];
  /** What the dates take for granted, in words. */
  readonly assumed: string;
}

/** The open epics with when each is likely to be done, by the backlog's order. */
export function planRoadmap(backlog: Backlog, request: OutlookRequest): Roadmap {
  return arrangeRoadmap(backlog, lookAhead(backlog, request), request.today);
}

/** The same by an outlook that is there already. */
export function arrangeRoadmap(backlog: Backlog, outlook: Outlook, today: Day): Roadmap {
  const { settings } = backlog;
  const children = groupChildren(backlog);
  const unknown = new Set(orderOpenWork(backlog).unknown);
  // An epic inside an open one shows as part of it.
  const epics = backlog.work.filter((item) => item.type === 'epic' && isOpen(settings, item));
  const inner = new Set(epics.flatMap((epic) => listParts(epic, children).slice(1)));
  const grouped = new Set([...epics, ...inner]);
  const loose = outlook.items.filter((item) => !grouped.has(item));
  const others = [...loose, ...listDoneLoose(backlog)];
  const entryOf = describeEntry(backlog, outlook, today);
  const entries = epics
    .filter((epic) => !inner.has(epic))
    .map((epic) => {
      const parts = listParts(epic, children);
      return entryOf(parts, {
        id: epic.id,
        title: epic.title,
        due: epic.due,
        hasStarted: categoryOf(settings, epic) === 'doing',
        unsplit:
          parts.every((part) => part.type === 'epic') && parts.some((part) => unknown.has(part)),
      });
    });
  const head = { id: null, title: 'Without an epic', due: null, hasStarted: false, unsplit: false };
  return {
    today,
    samples: outlook.samples,
    period: outlook.past.period,
    enough: outlook.enough,
    entries: [...entries, ...(loose.length === 0 ? [] : [entryOf(others, head)])],
    late: forecastDue(backlog, outlook).filter(({ late }) => late),
    assumed: outlook.assumed,
  };
}

/** Done work of no epic: without it, nothing of what has none would ever be done. */
function listDoneLoose(backlog: Backlog): readonly Item[] {
  return backlog.work.filter(
    (item) =>
      item.type !== 'epic' &&
      categoryOf(backlog.settings, item) === 'done' &&
      !ancestorsOf(backlog, item).some(({ type }) => type === 'epic'),
  );
}

/** As others may see it: its numbers are those of all the work; only what is public is named. */
export function publishRoadmap(published: Backlog, roadmap: Roadmap): Roadmap {
  return {
    ...roadmap,
    entries: publishEntries(published, roadmap.entries),
    late: publishEntries(published, roadmap.late),
  };
}

interface EntryHead {
  readonly id: string | null;
  readonly title: string;
  readonly due: Day | null;
  /** Its own status says so. */
  readonly hasStarted: boolean;
  readonly unsplit: boolean;
}

function describeEntry(backlog: Backlog, outlook: Outlook, today: Day) {
  const { settings } = backlog;
  const places = new Map(outlook.items.map((item, index) => [item, index]));
  const running = listSprints(backlog).find(({ category }) => category === 'doing')?.id ?? null;
  return (parts: readonly Item[], head: EntryHead): RoadmapEntry => {
    const { hasStarted: _, ...shown } = head;
    const open = parts.flatMap((part) => places.get(part) ?? []).toSorted((a, b) => a - b);
    const last = open.at(-1);
    const completion = last === undefined ? undefined : outlook.completions[last];
    const percentiles = doneBy(outlook, completion);
    const hasStarted = isStarted(backlog, parts, running) || (head.hasStarted && open.length === 0);
    const startsIn = likelyStart(outlook, open[0]);
    const date = percentiles['85'].date;
    return {
      ...shown,
      horizon: horizonOf({
        hasStarted,
        startsIn,
        ready: parts.some((part) => isReady(settings, part)),
      }),
      quarter: date === null ? null : quarterOf(date),
      ...measureProgress(backlog, parts),
      start: hasStarted
        ? today
        : startsIn === null
          ? null
          : outlook.calendar.datesOf(startsIn).start,
      percentiles,
    };
  };
}

function isStarted(backlog: Backlog, parts: readonly Item[], running: string | null): boolean {
  return parts.some((part) => {
    const category = categoryOf(backlog.settings, part);
    if (part.type === 'epic') return false;
    return (
      category === 'doing' ||
      (category === 'todo' && part.sprint !== null && part.sprint === running)
    );
  });
}

/** The sprint in which what stands before it is done, with even odds. */
function likelyStart({ completions }: Outlook, first: number | undefined): number | null {
  if (first === undefined || completions.length === 0) return null;
  const before = completions[first - 1];
  return before === undefined ? 1 : periodAt(before, 0.5);
}

/** When something is worked on, as roadmaps say it: now, next, later (J. Bastow, 2012). */
export type Horizon = 'now' | 'next' | 'later';
export const horizons: readonly Horizon[] = ['now', 'next', 'later'];

/** What begins within so many sprints after the running one is next. */
const sprintsAhead = 3;

/**
 * @param begun something of it is in work or in the running sprint
 * @param startsIn the sprint it is likely to begin in, from 1, the running one; null: not known
 * @param ready the team could begin; asked only where no start is known
 */
function horizonOf(item: {
  readonly hasStarted: boolean;
  readonly startsIn: number | null;
  readonly ready: boolean;
}): Horizon {
  if (item.hasStarted) return 'now';
  if (item.startsIn === null) return item.ready ? 'next' : 'later';
  return item.startsIn <= 1 + sprintsAhead ? 'next' : 'later';
}

/** `2027-Q1`: quarters of the calendar year. */
function quarterOf(day: Day): string {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 4)}-Q${Math.ceil(month / 3)}`;
}
