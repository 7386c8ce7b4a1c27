import type { Backlog } from '../../backlog/backlog.js';
import type { Item } from '../../item/item.js';
import type { ScoreModel } from '../../score/define-model.js';
import type { Day } from '../../text/date.js';
import { listOpen } from '../items/open-place.js';
import { createForecaster } from '../sprints/forecast-due.js';
import { planNextSprint } from '../sprints/sprint-plan.js';

/** What the best plan of the next sprint makes of an item. */
export interface SprintProspect {
  /** The planned sprint, when there is one. */
  readonly sprint: string | null;
  readonly capacity: number;
  readonly isChosen: boolean;
  readonly reason: string;
  /** Why it is not chosen, in a word; null when it is. */
  readonly kind: string | null;
  /** What keeping it out, or forcing it in, costs in value; null when not computed. */
  readonly price: number | null;
  /** What would go for it. */
  readonly displaces: readonly string[];
}

/** Planning takes a solver: with more items than these, `sprint plan` is the place to ask. */
const mostPlanned = 300;

/** Whether the next sprint would take the item; null where it cannot be said cheaply. */
export async function lookAtSprint(
  backlog: Backlog,
  item: Item,
  model: ScoreModel,
  today: Day,
): Promise<SprintProspect | null> {
  if (listOpen(backlog).length > mostPlanned) return null;
  const planned = await planNextSprint(
    backlog,
    model,
    { timeLimit: 2, pricesOf: [item.id] },
    { today },
  );
  if (!planned.ok) return null;
  const { plan, sprint } = planned.value;
  const chosen = plan.chosen.find(({ id }) => id === item.id);
  const left = plan.left.find(({ id }) => id === item.id);
  const found = chosen ?? left;
  if (!found) return null;
  return {
    sprint: sprint?.id ?? null,
    capacity: plan.capacity,
    isChosen: chosen !== undefined,
    reason: found.reason,
    kind: left?.kind ?? null,
    price: found.price,
    displaces: left?.displaces ?? [],
  };
}

/** The day to go by, and whether there is enough of a past to tell people; null without a past. */
export function lookAtForecast(backlog: Backlog, item: Item, today: Day) {
  const forecaster = createForecaster(backlog, today);
  return { day: forecaster(item)?.sure ?? null, enough: forecaster.enough() };
}
