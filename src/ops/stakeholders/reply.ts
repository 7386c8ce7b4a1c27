import { type Backlog, getItem } from '../../backlog/backlog.js';
import { findPromise, listAskedFor } from '../../backlog/feedback.js';
import { openBlockers } from '../../backlog/graph.js';
import { categoryOf } from '../../backlog/workflow.js';
import { type Item, textOf } from '../../item/item.js';
import type { Category } from '../../item/kind.js';
import type { ScoreModel } from '../../score/define-model.js';
import { explainPlace } from '../../score/explain-place.js';
import type { Day } from '../../text/date.js';
import { listOpen, placeAmongOpen } from '../items/open-place.js';
import { readRankable } from '../order/rank-backlog.js';
import { listGoals } from '../order/why-item.js';
import { createForecaster, type Forecaster } from '../sprints/forecast-due.js';
import { listSprints } from '../sprints/sprints.js';
import { quoteOf, speakerOf } from './feedback.js';
import { listQuestions } from './questions.js';

/** What a stakeholder is told about one thing they said. */
export interface Reply {
  readonly id: string;
  /** Who said it; null when nobody is named. */
  readonly to: string | null;
  readonly quote: string;
  readonly on: Day | null;
  readonly outcome: 'declined' | 'undecided' | 'open' | 'done';
  /** Why it was declined. */
  readonly reason: string | null;
  readonly items: readonly RepliedItem[];
  /** Between these days all of it is likely done; null where that cannot be said. */
  readonly from: Day | null;
  readonly by: Day | null;
  /** The day they were promised before, while one of these items is open that it was for. */
  readonly promised: Day | null;
  /** That day will not hold, by the day to go by. */
  readonly slips: boolean;
  /** Past sprints, or weeks, that the days are drawn from. */
  readonly samples: number;
  /** Enough of them to promise a day. */
  readonly enough: boolean;
  /** What has to be known of them first. */
  readonly questions: readonly string[];
  /** Private items that answer it too, and are not told of. */
  readonly hidden: number;
}

export interface RepliedItem {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly done: Day | null;
  /** Among the open items; null for closed ones and those of the running sprint. */
  readonly place: number | null;
  readonly of: number | null;
  /** Ends the running sprint it is in. */
  readonly sprintEnd: Day | null;
  readonly from: Day | null;
  readonly by: Day | null;
  readonly reasons: readonly Reason[];
}

/** Why an item stands where it does. */
export type Reason =
  | { readonly kind: 'waits'; readonly for: readonly string[] }
  | { readonly kind: 'goal'; readonly title: string }
  | { readonly kind: 'pinned' }
  | { readonly kind: 'opens'; readonly count: number }
  | { readonly kind: 'large' }
  | { readonly kind: 'unestimated' };

/** What can be told about feedback today. */
export function prepareReply(
  backlog: Backlog,
  feedback: Item,
  model: ScoreModel,
  today: Day,
): Reply {
  const { settings } = backlog;
  const asked = listAskedFor(backlog, feedback);
  const told = asked.filter((item) => !item.private);
  const forecaster = createForecaster(backlog, today);
  const items = told.map((item) => describeItem(backlog, item, model, forecaster));
  const open = items.filter(({ category }) => category === 'todo' || category === 'doing');
  const isDeclined = categoryOf(settings, feedback) === 'dropped';
  const outcome = isDeclined
    ? 'declined'
    : items.length === 0
      ? 'undecided'
      : open.length > 0
        ? 'open'
        : 'done';
  const promise = findPromise(backlog, feedback);
  const due = items.filter(({ id }) => promise?.items.some((one) => one.id === id));
  const enough = open.length > 0 && forecaster.enough();
  const isDated = outcome === 'open' && open.every(({ by }) => by !== null);
  const [from, by] = isDated
    ? [latest(open.map((item) => item.from)), latest(open.map((item) => item.by))]
    : [null, null];
  return {
    id: feedback.id,
    to: speakerOf(backlog, feedback),
    quote: quoteOf(feedback),
    on: textOf(feedback, 'date') ?? feedback.created,
    outcome,
    reason: textOf(feedback, 'reason'),
    // No letter names a day that the forecast would not.
    items: enough ? items : items.map((item) => ({ ...item, from: null, by: null })),
    from: enough ? from : null,
    by: enough ? by : null,
    promised: promise !== null && due.length > 0 ? promise.day : null,
    slips: promise !== null && due.some((item) => item.by === null || item.by > promise.day),
    samples: open.length > 0 ? forecaster.samples() : 0,
    enough,
    questions: listQuestions(backlog, { items: [feedback, ...told] })
      .filter(({ to }) => to !== null && to === speakerOf(backlog, feedback))
      .map(({ question }) => question),
    hidden: asked.length - told.length,
  };
}

function latest(days: readonly (Day | null)[]): Day | null {
  return days.reduce((last, day) => (last === null || (day !== null && day > last) ? day : last));
}

function describeItem(
  backlog: Backlog,
  item: Item,
  model: ScoreModel,
  forecaster: Forecaster,
): RepliedItem {
  const { id, title } = item;
  const category = categoryOf(backlog.settings, item);
  const closed = { place: null, of: null, sprintEnd: null, from: null, by: null, reasons: [] };
  if (category === 'done') return { id, title, category, done: item.done, ...closed };
  if (category === 'dropped') return { id, title, category, done: null, ...closed };
  const running = listSprints(backlog).find(
    (sprint) => sprint.category === 'doing' && sprint.id === item.sprint,
  );
  const among = running ? null : placeAmongOpen(backlog, item);
  const forecast = forecaster(item);
  return {
    id,
    title,
    category,
    done: null,
    place: among?.place ?? null,
    of: among?.of ?? null,
    sprintEnd: running?.end ?? null,
    from: forecast?.likely ?? null,
    by: forecast?.sure ?? null,
    reasons: listReasons(backlog, item, model),
  };
}

/** More of them would be an essay. */
const mostReasons = 3;

function listReasons(backlog: Backlog, item: Item, model: ScoreModel): readonly Reason[] {
  const blockers = openBlockers(backlog, item).filter((one) => !one.private);
  const goals = listGoals(backlog, item, 'goals').filter(
    ({ id }) => getItem(backlog, id)?.private !== true,
  );
  const { items, derivation } = readRankable(backlog);
  const isRanked = items.some(({ id }) => id === item.id);
  const explained = isRanked ? explainPlace(items, model, item.id, { derivation }) : null;
  const explanation = explained?.ok ? explained.value : null;
  const opens = explanation?.waitedForBy.length ?? 0;
  const sizes = model.inputs.filter(({ defaultFrom }) => defaultFrom === 'points');
  const isHeldBack = sizes.some(({ key }) => key === explanation?.drag?.key);
  const isLarge = isHeldBack && opens === 0 && isAboveUsual(backlog, item);
  const reasons: readonly (Reason | null)[] = [
    item.document.field('pin') === 'top' ? { kind: 'pinned' } : null,
    blockers.length > 0 ? { kind: 'waits', for: blockers.map(({ title }) => title) } : null,
    goals[0] ? { kind: 'goal', title: goals[0].title } : null,
    opens > 0 ? { kind: 'opens', count: opens } : null,
    isLarge ? { kind: 'large' } : null,
    item.points === null && item.type !== 'epic' ? { kind: 'unestimated' } : null,
  ];
  return reasons.filter((reason) => reason !== null).slice(0, mostReasons);
}

/** Larger than half of the open items. */
function isAboveUsual(backlog: Backlog, { points }: Item): boolean {
  const sizes = listOpen(backlog)
    .flatMap((item) => item.points ?? [])
    .sort((a, b) => a - b);
  return points !== null && points > (sizes[Math.floor(sizes.length / 2)] ?? 0);
}
