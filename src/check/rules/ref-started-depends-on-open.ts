import { openBlockers } from '../../backlog/graph.js';
import { isOpen } from '../../backlog/workflow.js';
import { sameId } from '../../item/id.js';
import { defineRule, levels } from '../define-rule.js';
import { workCategory } from '../lifecycle.js';

const task = (status: string) =>
  `---\nid: TA-1\ntype: task\nstatus: ${status}\ntitle: Paint the door\npoints: 2\ndepends: [TA-2]\n---\n\n## Acceptance criteria\n\n- [ ] The door is blue\n`;
const blocker = (status: string) => ({
  'items/TA-2.md': `---\nid: TA-2\ntype: task\nstatus: ${status}\ntitle: Sand it\n---\n`,
});

export const refStartedDependsOnOpen = defineRule({
  id: 'ref/started-depends-on-open',
  summary: 'An item in progress has no open blockers',
  why: 'Either the link is wrong, or someone is working on an item that cannot be finished.',
  levels: levels('warn', 'warn', 'off'),
  good: [
    { text: task('doing'), others: blocker('done') },
    { text: task('ready'), others: blocker('draft') },
  ],
  bad: [{ text: task('doing'), others: blocker('ready') }],
  check(subject) {
    const { backlog, item } = subject;
    if (!backlog || !item || workCategory(subject) !== 'doing') return [];
    return openBlockers(backlog, item)
      .filter((blocker) => isOpen(backlog.settings, blocker))
      .map(({ id }) => {
        const index = item.depends.findIndex((one) => sameId(one, id));
        const message = `${item.status}, but depends on ${id}, which is not done`;
        return { message, at: { field: ['depends', String(index)] } };
      });
  },
});
