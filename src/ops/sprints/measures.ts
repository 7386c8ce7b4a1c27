import type { Backlog } from '../../backlog/backlog.js';
import { categoryOf } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import { type FlowDay, measureFlow } from '../../plan/cumulative-flow.js';
import {
  countDays,
  cycleTimes,
  type ItemDates,
  type ItemTime,
  leadTimes,
  spreadTimes,
  type TimeSpread,
} from '../../plan/cycle-time.js';
import { countThroughput, type WeekThroughput } from '../../plan/throughput.js';
import { type Day, isDay } from '../../text/date.js';

/** An item in work, and for how long. */
export interface AgingItem {
  readonly id: string;
  readonly title: string;
  readonly status: string | null;
  readonly started: Day | null;
  /** Days since it was begun, both counted; null when nobody knows. */
  readonly age: number | null;
  /** Older than 85 % of the items were when they were done. */
  readonly old: boolean;
}

export interface MeasuresReport {
  readonly today: Day;
  /** Since when done items count; null: ever. */
  readonly since: Day | null;
  /** From begun to done, in calendar days. */
  readonly cycle: TimeSpread;
  /** From written down to done. */
  readonly lead: TimeSpread;
  readonly times: readonly ItemTime[];
  readonly aging: readonly AgingItem[];
  /** Whole weeks. */
  readonly throughput: readonly WeekThroughput[];
  readonly flow: readonly FlowDay[];
  /** How many dates came from git, since the files have none. */
  readonly fromGit: number;
  /** Begun or done items that neither say when. */
  readonly undated: readonly string[];
}

/** The days git knows an item to have entered a category. */
export type DatesFromHistory = (item: Item) => {
  readonly created: Day | null;
  readonly started: Day | null;
  readonly done: Day | null;
};

export interface MeasuresRequest {
  readonly today: Day;
  readonly since: Day | null;
  /** Asked for items whose files lack a date. */
  readonly historyOf: DatesFromHistory;
}

/** Flow of the work items; epics are containers, and what was dropped never flowed. */
export function measureBacklog(backlog: Backlog, request: MeasuresRequest): MeasuresReport {
  const { today, since } = request;
  const items = backlog.work.filter(
    (item) => item.type !== 'epic' && categoryOf(backlog.settings, item) !== 'dropped',
  );
  const dated = items.map((item) => readDates(backlog, item, request));
  const counted = dated.filter(({ done }) => since === null || done === null || done >= since);
  const times = cycleTimes(counted);
  const cycle = spreadTimes(times);
  const points = new Map(items.map((item) => [item.id, item.points]));
  const finished = counted.flatMap(({ id, done }) =>
    done === null ? [] : [{ points: points.get(id) ?? null, done }],
  );
  return {
    today,
    since,
    cycle,
    lead: spreadTimes(leadTimes(counted)),
    times,
    aging: listAging(backlog, items, dated, today, cycle.percentiles['85']),
    throughput: countThroughput(finished, today),
    flow: measureFlow(dated, today).filter(({ day }) => since === null || day >= since),
    fromGit: dated.reduce((sum, { filled }) => sum + filled, 0),
    undated: items
      .filter((item, index) => isUndated(categoryOf(backlog.settings, item), dated[index]))
      .map(({ id }) => id),
  };
}

type FilledDates = ItemDates & { readonly filled: number };

/** An item's dates, the missing ones as its history tells them. */
function readDates(backlog: Backlog, item: Item, { historyOf }: MeasuresRequest): FilledDates {
  const category = categoryOf(backlog.settings, item);
  const wanted = {
    created: true,
    started: category === 'doing' || category === 'done',
    done: category === 'done',
  };
  const keys = ['created', 'started', 'done'] as const;
  const missing = keys.filter((key) => wanted[key] && item[key] === null);
  const history = missing.length === 0 ? null : historyOf(item);
  const found = Object.fromEntries(
    // A date left from before a reopening says nothing of now.
    keys.map((key) => [key, wanted[key] ? (item[key] ?? history?.[key] ?? null) : null]),
  ) as Pick<ItemDates, 'created' | 'started' | 'done'>;
  const filled = missing.filter((key) => found[key] !== null).length;
  return { id: item.id, title: item.title, ...found, filled };
}

function isUndated(category: string, dates: ItemDates | undefined): boolean {
  if (category === 'done') return dates?.done === null || dates?.started === null;
  return category === 'doing' && dates?.started === null;
}

function listAging(
  backlog: Backlog,
  items: readonly Item[],
  dated: readonly ItemDates[],
  today: Day,
  usual: number | null,
): readonly AgingItem[] {
  return items
    .map((item, index) => ({ item, started: dated[index]?.started ?? null }))
    .filter(({ item }) => categoryOf(backlog.settings, item) === 'doing')
    .map(({ item, started }): AgingItem => {
      const age =
        started === null || !isDay(started) || started > today ? null : countDays(started, today);
      const old = age !== null && usual !== null && age > usual;
      return { id: item.id, title: item.title, status: item.status, started, age, old };
    })
    .toSorted((a, b) => (b.age ?? 0) - (a.age ?? 0));
}
