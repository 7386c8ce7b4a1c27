import { getItem } from '../../backlog/backlog.js';
import { categoryOf } from '../../backlog/workflow.js';
import { defineRule, levels } from '../define-rule.js';
import { workCategory } from '../lifecycle.js';

const closed = '---\nid: 2026-S24\ntype: sprint\nstatus: closed\ntitle: Notes\n---\n';

export const sprintClosed = defineRule({
  id: 'sprint/closed',
  summary: 'No open item is left in a closed sprint, and no dropped one in any other',
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
    if (!backlog || !item?.sprint) return [];
    const category = workCategory(subject);
    if (category === null || category === 'done') return [];
    const sprint = getItem(backlog, item.sprint);
    if (sprint?.type !== 'sprint') return [];
    const isClosed = categoryOf(backlog.settings, sprint) === 'done';
    if (category === 'dropped' && !isClosed) {
      const message = `the item is ${item.status}, but in ${sprint.id}: storymark sprint drop ${item.id} takes it out`;
      return [{ message, at: { field: ['sprint'] } }];
    }
    if (category === 'dropped' || !isClosed) return [];
    const message = `the item is open, but ${sprint.id} is closed: storymark sprint add ${item.id} takes it into the next one, sprint drop ${item.id} out`;
    return [{ message, at: { field: ['sprint'] } }];
  },
});
