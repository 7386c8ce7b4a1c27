import { getItem } from '../../backlog/backlog.js';
import { categoryOf } from '../../backlog/workflow.js';
import { sameId } from '../../item/id.js';
import type { Item } from '../../item/item.js';
import type { Category } from '../../item/kind.js';
import { recordsOf } from '../../item/sprint-record.js';
import { defineRule, levels } from '../define-rule.js';
import { workCategory } from '../lifecycle.js';

const closed = '---\nid: 2026-S24\ntype: sprint\nstatus: closed\ntitle: Notes\n---\n';
const recorded = closed.replace('title', 'done: [{ id: TA-2, points: 3 }]\ntitle');

export const sprintClosed = defineRule({
  id: 'sprint/closed',
  summary: 'A closed sprint has only closed items of its record; no sprint has a dropped item',
  why: 'When one branch adds an item and another closes the sprint, no one sees the item any more.',
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
    {
      text: '---\nid: TA-1\ntype: task\nstatus: done\ntitle: Paint\nsprint: 2026-S24\n---\n',
      others: { 'sprints/2026-S24.md': recorded },
    },
  ],
  check(subject) {
    const { backlog, item } = subject;
    const category = workCategory(subject);
    if (!backlog || !item?.sprint || category === null) return [];
    const sprint = getItem(backlog, item.sprint);
    if (sprint?.type !== 'sprint') return [];
    const message =
      categoryOf(backlog.settings, sprint) === 'done'
        ? describeInClosed(sprint, item, category)
        : category === 'dropped'
          ? `the item is ${item.status}, but in ${sprint.id}: run storymark sprint drop ${item.id}`
          : null;
    return message === null ? [] : [{ message, at: { field: ['sprint'] } }];
  },
});

function describeInClosed(sprint: Item, item: Item, category: Category): string | null {
  if (category === 'todo' || category === 'doing') {
    return `the item is open, but ${sprint.id} is closed: run storymark sprint add ${item.id} for the next sprint, or sprint drop ${item.id}`;
  }
  if (category === 'dropped' || isCounted(sprint, item)) return null;
  return `${sprint.id} is closed, and its record does not count ${item.id}: remove the sprint`;
}

/** True too for a sprint without a record, as of teams that came from elsewhere. */
function isCounted(sprint: Item, { id }: Item): boolean {
  const done = recordsOf(sprint, 'done');
  return done.length === 0 || done.some((one) => sameId(one.id, id));
}
