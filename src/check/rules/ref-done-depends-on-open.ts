import { getItem } from '../../backlog/backlog.js';
import { isOpen } from '../../backlog/workflow.js';
import { defineRule, levels } from '../define-rule.js';
import { workCategory } from '../lifecycle.js';
import { referencesOf } from '../references.js';

export const refDoneDependsOnOpen = defineRule({
  id: 'ref/done-depends-on-open',
  summary: 'A done item does not depend on an open one',
  why: 'Either the item is not done or the link is wrong, and forecasts and ranking rely on the link.',
  levels: levels('warn', 'error', 'off'),
  good: [
    {
      text: '---\nid: TA-1\ntype: task\nstatus: done\ntitle: Paint the door\ndepends: [TA-2]\n---\n',
      others: { 'items/TA-2.md': '---\nid: TA-2\ntype: task\nstatus: done\ntitle: Sand it\n---\n' },
    },
  ],
  bad: [
    {
      text: '---\nid: TA-1\ntype: task\nstatus: done\ntitle: Paint the door\ndepends: [TA-2]\n---\n',
      others: {
        'items/TA-2.md': '---\nid: TA-2\ntype: task\nstatus: draft\ntitle: Sand it\n---\n',
      },
    },
  ],
  check(subject) {
    const { backlog } = subject;
    if (backlog === null || workCategory(subject) !== 'done') return [];
    return subject
      .view(referencesOf)
      .filter(({ key }) => key === 'depends')
      .flatMap(({ id, field }) => {
        const blocker = getItem(backlog, id);
        if (blocker === undefined || !isOpen(backlog.settings, blocker)) return [];
        const message = `done, but depends on ${blocker.id}, which is not`;
        return [{ message, at: { field } }];
      });
  },
});
