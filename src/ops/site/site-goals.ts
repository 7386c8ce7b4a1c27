import { type Backlog, getItem, itemsOfType } from '../../backlog/backlog.js';
import { listServing } from '../../backlog/membership.js';
import { listCounted, measureProgress } from '../../backlog/progress.js';
import { readingsOf } from '../../item/reading.js';
import type { GoalView } from '../../site/site-view.js';

/** The public goals, with the public work that serves each; the progress counts private work too. */
export function viewGoals(whole: Backlog, backlog: Backlog): ReadonlyMap<string, GoalView> {
  return new Map(
    itemsOfType(backlog, 'goal').map((goal): [string, GoalView] => {
      const serving = listServing(whole, goal);
      const items = listCounted(whole, serving).flatMap(({ id }) => getItem(backlog, id) ?? []);
      const progress = measureProgress(whole, serving);
      return [goal.id, { items, progress, readings: readingsOf(goal) }];
    }),
  );
}
