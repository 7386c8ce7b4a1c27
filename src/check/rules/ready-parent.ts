import type { Backlog } from '../../backlog/backlog.js';
import { defineRule, levels } from '../define-rule.js';
import { isReadyOrStarted } from '../lifecycle.js';

export const readyParent = defineRule({
  id: 'ready/parent',
  summary: 'A ready story belongs to an epic, if the backlog has epics',
  why: 'A story without an epic is not on the roadmap, and its purpose is unclear.',
  levels: levels('warn', 'error', 'off'),
  good: [
    {
      text: '---\nid: ST-1\ntype: story\nstatus: ready\ntitle: Leave a note\npoints: 2\nparent: EP-1\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n\n## Acceptance criteria\n\n- [ ] The host sees the note\n',
      others: { 'items/EP-1.md': '---\nid: EP-1\ntype: epic\ntitle: Good manners\n---\n' },
    },
  ],
  bad: [
    {
      text: '---\nid: ST-1\ntype: story\nstatus: ready\ntitle: Leave a note\npoints: 2\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n\n## Acceptance criteria\n\n- [ ] The host sees the note\n',
      others: { 'items/EP-1.md': '---\nid: EP-1\ntype: epic\ntitle: Good manners\n---\n' },
    },
  ],
  check(subject) {
    const { item, backlog } = subject;
    if (item?.type !== 'story' || backlog === null || !isReadyOrStarted(subject)) return [];
    if ((item.document.field('parent') ?? null) !== null) return [];
    if (!backlog.fact(hasEpics)) return [];
    const message = `status is ${item.status}, but it has no epic: set parent`;
    return [{ message, at: { field: ['status'] } }];
  },
});

function hasEpics({ work }: Backlog): boolean {
  return work.some(({ type, archived }) => type === 'epic' && !archived);
}
