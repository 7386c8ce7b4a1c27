import { type Backlog, itemsOfType } from '../../backlog/backlog.js';
import { ancestorsOf } from '../../backlog/graph.js';
import { goalIdsOf } from '../../backlog/membership.js';
import { isOpen } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import { defineRule, levels } from '../define-rule.js';
import { isOpenWork, isReadyOrStarted } from '../lifecycle.js';

const note =
  'As a guest, I want to leave a note, so that my host knows I came.\n\n## Acceptance criteria\n\n- [ ] The host sees the note\n';
const goal = {
  'goals/full.md': '---\nid: full\ntype: goal\ntitle: A full house\nweight: 1\n---\n',
};
const epic = (fields: string) => ({
  'items/EP-1.md': `---\nid: EP-1\ntype: epic\nstatus: draft\ntitle: Good manners\n${fields}---\n`,
});
const served = {
  'items/ST-2.md': '---\nid: ST-2\ntype: task\ntitle: Sweep the floor\ngoal: full\n---\n',
};

export const traceNoGoal = defineRule({
  id: 'trace/no-goal',
  summary: 'An open epic, or a ready item without one, serves a goal, if the backlog has goals',
  why: 'Work without a goal displaces work that has one, and no one can say why.',
  levels: levels('warn', 'warn', 'off'),
  defaults: { types: ['story', 'epic'] },
  options: (z) => z.strictObject({ types: z.array(z.string()) }),
  good: [
    {
      text: '---\nid: EP-1\ntype: epic\nstatus: draft\ntitle: Good manners\ngoal: full\n---\n',
      others: goal,
    },
    {
      text: `---\nid: ST-1\ntype: story\nstatus: ready\ntitle: Leave a note\npoints: 2\nparent: EP-1\n---\n\n${note}`,
      others: { ...goal, ...epic('goal: full\n') },
    },
    { text: '---\nid: EP-1\ntype: epic\nstatus: draft\ntitle: Good manners\n---\n' },
  ],
  bad: [
    {
      text: '---\nid: EP-1\ntype: epic\nstatus: draft\ntitle: Good manners\n---\n',
      others: { ...goal, ...served },
    },
    {
      text: `---\nid: ST-1\ntype: story\nstatus: ready\ntitle: Leave a note\npoints: 2\n---\n\n${note}`,
      others: { ...goal, ...served },
    },
  ],
  check(subject, { types }) {
    const { item, backlog } = subject;
    if (item === null || backlog === null || !types.includes(item.type)) return [];
    const isLooked = item.type === 'epic' ? isOpenWork(subject) : isReadyOrStarted(subject);
    if (!isLooked || !backlog.fact(hasGoals)) return [];
    const above = ancestorsOf(backlog, item);
    const isServing = goalIdsOf(backlog, item).length > 0;
    // An epic without a goal is one finding, and not one for each of its parts.
    if (isServing || above.some((one) => isJudged(one, types))) return [];
    const message = `serves no goal: run storymark link ${item.id} GOAL`;
    return [{ message, at: { field: ['title'] } }];
  },
});

function isJudged({ type }: Item, types: readonly string[]): boolean {
  return type === 'epic' && types.includes('epic');
}

function hasGoals(backlog: Backlog): boolean {
  return itemsOfType(backlog, 'goal').some((one) => isOpen(backlog.settings, one));
}
