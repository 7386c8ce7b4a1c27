import { type Backlog, spellIds } from '../../backlog/backlog.js';
import { goalIdsOf } from '../../backlog/membership.js';
import { isOpen } from '../../backlog/workflow.js';
import { numberOf } from '../../item/item.js';
import { defineRule, levels } from '../define-rule.js';

export const traceNoWork = defineRule({
  id: 'trace/no-work',
  summary: 'An open goal has open work linked to it',
  why: 'A goal without work is a wish: link work to it or drop it.',
  levels: levels('warn', 'warn', 'off'),
  good: [
    {
      text: '---\nid: full\ntype: goal\nstatus: active\ntitle: A full house\n---\n',
      path: 'goals/full.md',
      others: {
        'items/TA-1.md': '---\nid: TA-1\ntype: task\ntitle: Sweep the floor\ngoal: full\n---\n',
      },
    },
    {
      text: '---\nid: full\ntype: goal\nstatus: reached\ntitle: A full house\n---\n',
      path: 'goals/full.md',
    },
  ],
  bad: [
    {
      text: '---\nid: full\ntype: goal\nstatus: active\ntitle: A full house\n---\n',
      path: 'goals/full.md',
    },
  ],
  check({ item, backlog }) {
    if (item?.type !== 'goal' || backlog === null || !isOpen(backlog.settings, item)) return [];
    if (backlog.fact(servedGoals).has(item.id)) return [];
    const target = numberOf(item, 'target');
    const isThere = target !== null && target === numberOf(item, 'current');
    const message = isThere
      ? `has reached its target: run storymark set ${item.id} status=reached`
      : `no open work is linked: run storymark link ID ${item.id}, or drop the goal`;
    return [{ message, at: { field: ['title'] } }];
  },
});

/** Ids of the goals that open work serves, itself or through its epic. */
function servedGoals(backlog: Backlog): ReadonlySet<string> {
  const open = backlog.work.filter((item) => isOpen(backlog.settings, item) && !item.archived);
  const served = open.flatMap((item) => spellIds(backlog, goalIdsOf(backlog, item)));
  return new Set(served);
}
