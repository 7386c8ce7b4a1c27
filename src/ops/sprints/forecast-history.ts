import type { Backlog } from '../../backlog/backlog.js';
import { measureSize } from '../../backlog/progress.js';
import type { WayOfWorking } from '../../backlog/way-of-working.js';
import { categoryOf } from '../../backlog/workflow.js';
import { countThroughput } from '../../plan/throughput.js';
import type { Day } from '../../text/date.js';
import { listSprints, type Sprint } from './sprints.js';

export type ForecastUnit = WayOfWorking['unit'];
export type ForecastPeriod = WayOfWorking['period'];

/** What past sprints or weeks delivered, oldest first. */
export interface PastDelivery {
  readonly unit: ForecastUnit;
  readonly period: ForecastPeriod;
  readonly amounts: readonly number[];
}

/**
 * Sprints by what their close froze; weeks (Monday to Sunday, the running one left out) by the
 * `done` dates of items.
 */
export function readPastDelivery(
  backlog: Backlog,
  unit: ForecastUnit,
  period: ForecastPeriod,
  today: Day,
): PastDelivery {
  const amounts =
    period === 'sprint'
      ? listClosed(backlog).map(({ record }) => measureSize(record.done, unit))
      : countThroughput(listDone(backlog), today).map((week) => week[unit]);
  return { unit, period, amounts };
}

/** Closed sprints, oldest first. */
export function listClosed(backlog: Backlog): readonly Sprint[] {
  return listSprints(backlog).filter(({ category }) => category === 'done');
}

/** Done work items that say when; epics are done by their parts. */
export function listDone(backlog: Backlog) {
  return backlog.work
    .filter((item) => item.type !== 'epic' && categoryOf(backlog.settings, item) === 'done')
    .flatMap(({ id, points, done }) => (done === null ? [] : [{ id, points, done }]));
}
