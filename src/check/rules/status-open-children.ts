import type { Backlog } from '../../backlog/backlog.js';
import { isOpen } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import { count } from '../../text/amount.js';
import { defineRule, levels } from '../define-rule.js';
import { statusCategory } from '../lifecycle.js';

const epic = (status: string) =>
  `---\nid: EP-1\ntype: epic\nstatus: ${status}\ntitle: Doors\n---\n`;
const child = (status: string) => ({
  'items/TA-1.md': `---\nid: TA-1\ntype: task\nstatus: ${status}\ntitle: Paint the door\nparent: EP-1\n---\n`,
});

export const statusOpenChildren = defineRule({
  id: 'status/open-children',
  summary: 'A closed item has no open children, and a reached goal has no open epics',
  why: 'A closed epic counts as delivered: its open children are in no plan.',
  levels: levels('warn', 'error', 'off'),
  good: [
    { text: epic('done'), others: child('done') },
    { text: epic('doing'), others: child('draft') },
  ],
  bad: [
    { text: epic('done'), others: child('draft') },
    { text: epic('dropped'), others: child('doing') },
    {
      text: '---\nid: dry\ntype: goal\nstatus: reached\ntitle: Nobody gets wet\n---\n',
      path: 'goals/dry.md',
      others: {
        'items/EP-1.md': '---\nid: EP-1\ntype: epic\nstatus: draft\ntitle: Roof\ngoal: dry\n---\n',
      },
    },
  ],
  check(subject) {
    const { backlog, item } = subject;
    const category = statusCategory(subject);
    if (!backlog || !item || item.archived) return [];
    if (category !== 'done' && category !== 'dropped') return [];
    const isGoal = item.type === 'goal';
    const below =
      backlog.fact(openBelow)[isGoal ? 'goals' : 'parents'].get(item.id.toUpperCase()) ?? [];
    if (below.length === 0) return [];
    const what = isGoal ? 'serving it' : 'below it';
    const items = count(below.length, 'item');
    const message = `${item.status}, but ${items} ${what} ${below.length === 1 ? 'is' : 'are'} open: ${listIds(below)}`;
    return [{ message, at: { field: ['status'] } }];
  },
});

/** Ids enough to know them by. */
function listIds(items: readonly Item[]): string {
  const ids = items.slice(0, 5).map(({ id }) => id);
  return items.length > 5 ? `${ids.join(', ')} and ${items.length - 5} more` : ids.join(', ');
}

type ByName = ReadonlyMap<string, readonly Item[]>;

/** The open items by the parent and by the goals they name, upper-case. */
function openBelow(backlog: Backlog): { readonly parents: ByName; readonly goals: ByName } {
  const parents = new Map<string, Item[]>();
  const goals = new Map<string, Item[]>();
  for (const item of backlog.work) {
    if (item.archived || !isOpen(backlog.settings, item)) continue;
    if (item.parent !== null) addTo(parents, item.parent, item);
    for (const goal of item.goals) addTo(goals, goal, item);
  }
  return { parents, goals };
}

function addTo(map: Map<string, Item[]>, name: string, item: Item): void {
  const key = name.toUpperCase();
  const others = map.get(key);
  if (others) others.push(item);
  else map.set(key, [item]);
}
