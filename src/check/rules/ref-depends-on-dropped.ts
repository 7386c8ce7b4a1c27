import { getItem } from '../../backlog/backlog.js';
import { categoryOf } from '../../backlog/workflow.js';
import { defineRule, levels } from '../define-rule.js';
import { isOpenWork } from '../lifecycle.js';
import { referencesOf } from '../references.js';

export const refDependsOnDropped = defineRule({
  id: 'ref/depends-on-dropped',
  summary: 'No open item depends on a dropped one',
  why: 'An item that will never be done blocks forever: the dependent item cannot start.',
  levels: levels('warn', 'error', 'off'),
  good: [
    {
      text: '---\nid: TA-1\ntype: task\nstatus: draft\ntitle: Paint the door\ndepends: [TA-2]\n---\n',
      others: {
        'items/TA-2.md': '---\nid: TA-2\ntype: task\nstatus: draft\ntitle: Sand it\n---\n',
      },
    },
  ],
  bad: [
    {
      text: '---\nid: TA-1\ntype: task\nstatus: draft\ntitle: Paint the door\ndepends: [TA-2]\n---\n',
      others: {
        'items/TA-2.md': '---\nid: TA-2\ntype: task\nstatus: dropped\ntitle: Sand it\n---\n',
      },
    },
  ],
  check(subject) {
    const { backlog } = subject;
    if (backlog === null || !isOpenWork(subject)) return [];
    return subject
      .view(referencesOf)
      .filter(({ key }) => key === 'depends')
      .flatMap(({ id, field }) => {
        const blocker = getItem(backlog, id);
        if (blocker === undefined || categoryOf(backlog.settings, blocker) !== 'dropped') return [];
        const message = `depends on ${blocker.id}, which was dropped: remove the link or reopen it`;
        return [{ message, at: { field } }];
      });
  },
});
