import { type Backlog, getItem, itemsOfType } from '../backlog/backlog.js';
import { ancestorsOf } from '../backlog/graph.js';
import { categoryOf } from '../backlog/workflow.js';
import type { Item } from '../item/item.js';
import type { GoalView } from '../site/site-view.js';
import { isDay } from '../text/date.js';

/** The work that serves each goal, itself or through its epic, and how much of it is done. */
export function viewGoals(backlog: Backlog): ReadonlyMap<string, GoalView> {
  const served = new Map<string, Item[]>();
  for (const item of backlog.work) {
    if (item.type === 'epic' || categoryOf(backlog.settings, item) === 'dropped') continue;
    const serving = [item, ...ancestorsOf(backlog, item)].find(({ goals }) => goals.length > 0);
    for (const id of new Set(serving?.goals ?? [])) {
      const goal = getItem(backlog, id);
      if (!goal) continue;
      const known = served.get(goal.id);
      if (known) known.push(item);
      else served.set(goal.id, [item]);
    }
  }
  return new Map(
    itemsOfType(backlog, 'goal').map((goal): [string, GoalView] => {
      const items = served.get(goal.id) ?? [];
      const done = items.filter((item) => categoryOf(backlog.settings, item) === 'done');
      return [
        goal.id,
        { items, points: { all: sum(items), done: sum(done) }, readings: readReadings(goal) },
      ];
    }),
  );
}

function sum(items: readonly Item[]): number {
  return items.reduce((total, { points }) => total + (points ?? 0), 0);
}

/** `readings:`, a list of `2026-11-01 42`; what does not read so is passed over. */
function readReadings({ document }: Item): GoalView['readings'] {
  const { readings } = document.fields;
  const lines = Array.isArray(readings) ? readings : [];
  return lines
    .flatMap((line) => {
      const [, day = '', value = ''] = /^(\S{10})\s+(-?\d+(?:\.\d+)?)/.exec(String(line)) ?? [];
      return isDay(day) ? [{ day, value: Number(value) }] : [];
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
