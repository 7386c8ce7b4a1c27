import { getItem } from '../../backlog/backlog.js';
import { categoryOf } from '../../backlog/workflow.js';
import { defineRule, levels } from '../define-rule.js';
import { isOpenWork } from '../lifecycle.js';

const closed = '---\nid: 2026-S24\ntype: sprint\nstatus: closed\ntitle: Notes\n---\n';

export const sprintClosed = defineRule({
  id: 'sprint/closed',
  summary: 'No open item is left in a closed sprint',
  why: 'A branch that added it while another closed the sprint leaves it where nobody looks.',
  levels: levels('warn', 'error', 'off'),
  good: [
    {
      text: '---\nid: TA-1\ntype: task\nstatus: done\ntitle: Paint\nsprint: 2026-S24\n---\n',
      others: { 'sprints/2026-S24.md': closed },
    },
  ],
  bad: [
    {
      text: '---\nid: TA-1\ntype: task\nstatus: draft\ntitle: Paint\nsprint: 2026-S24\n---\n',
      others: { 'sprints/2026-S24.md': closed },
    },
  ],
  check(subject) {
    const { backlog, item } = subject;
    if (!backlog || !isOpenWork(subject) || !item?.sprint) return [];
    const sprint = getItem(backlog, item.sprint);
    if (sprint?.type !== 'sprint' || categoryOf(backlog.settings, sprint) !== 'done') return [];
    const message = `the item is open, but ${sprint.id} is closed: storymark sprint add ${item.id} takes it into the next one, sprint drop ${item.id} out`;
    return [{ message, at: { field: ['sprint'] } }];
  },
});
