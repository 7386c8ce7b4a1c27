import type { Backlog } from '../../backlog/backlog.js';
import { defineRule, levels } from '../define-rule.js';
import { isReadyOrStarted } from '../lifecycle.js';

export const readyScore = defineRule({
  id: 'ready/score',
  summary: 'A ready story is scored, if the backlog is ranked by scores',
  why: 'Without a score, its place in the order is accidental.',
  levels: levels('warn', 'error', 'off'),
  good: [
    {
      text: '---\nid: ST-1\ntype: story\nstatus: ready\ntitle: Leave a note\npoints: 2\nscore:\n  value: 5\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n\n## Acceptance criteria\n\n- [ ] The host sees the note\n',
      others: {
        'items/TA-1.md': '---\nid: TA-1\ntype: task\ntitle: Paint\nscore: {value: 2}\n---\n',
      },
    },
  ],
  bad: [
    {
      text: '---\nid: ST-1\ntype: story\nstatus: ready\ntitle: Leave a note\npoints: 2\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n\n## Acceptance criteria\n\n- [ ] The host sees the note\n',
      others: {
        'items/TA-1.md': '---\nid: TA-1\ntype: task\ntitle: Paint\nscore: {value: 2}\n---\n',
      },
    },
  ],
  check(subject) {
    const { item, backlog } = subject;
    if (item?.type !== 'story' || backlog === null || !isReadyOrStarted(subject)) return [];
    if (Object.keys(item.score).length > 0 || !backlog.fact(usesScores)) return [];
    const message = `status is ${item.status}, but it is not scored: storymark score ${item.id}`;
    return [{ message, at: { field: ['status'] } }];
  },
});

function usesScores({ work }: Backlog): boolean {
  return work.some(({ score }) => Object.keys(score).length > 0);
}
