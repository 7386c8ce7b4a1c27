import { type Backlog, itemsOfType } from '../backlog/backlog.js';
import { categoryOf } from '../backlog/workflow.js';
import type { Item } from '../item/item.js';
import { readingsOf } from '../item/reading.js';
import type { GoalView } from '../site/site-view.js';
import { listServing } from './goals.js';

/** The work that serves each goal, itself or through its epic, and how much of it is done. */
export function viewGoals(backlog: Backlog): ReadonlyMap<string, GoalView> {
  const { settings } = backlog;
  return new Map(
    itemsOfType(backlog, 'goal').map((goal): [string, GoalView] => {
      const items = listServing(backlog, goal).filter(
        (item) => item.type !== 'epic' && categoryOf(settings, item) !== 'dropped',
      );
      const done = items.filter((item) => categoryOf(settings, item) === 'done');
      const points = { all: sumPoints(items), done: sumPoints(done) };
      return [goal.id, { items, points, readings: readingsOf(goal) }];
    }),
  );
}

function sumPoints(items: readonly Item[]): number {
  return items.reduce((total, { points }) => total + (points ?? 0), 0);
}
