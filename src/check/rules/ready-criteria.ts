import { givesCriteria, needsCriteria } from '../criteria.js';
import { defineRule, levels } from '../define-rule.js';
import { isReadyOrStarted } from '../lifecycle.js';

export const readyCriteria = defineRule({
  id: 'ready/criteria',
  summary: 'An item that is ready or in progress has acceptance criteria',
  why: 'Without them no one can say when it is done, and the estimate is unreliable.',
  levels: levels('warn', 'error', 'off'),
  isLocal: true,
  supersedes: ['criteria/missing'],
  good: [
    {
      text: '---\nid: ST-1\ntype: story\nstatus: ready\ntitle: Leave a note\npoints: 2\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n\n## Acceptance criteria\n\n- [ ] The host sees the note\n',
    },
    {
      text: '---\nid: ST-1\ntype: story\nstatus: draft\ntitle: Leave a note\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n',
    },
  ],
  bad: [
    {
      text: '---\nid: ST-1\ntype: story\nstatus: ready\ntitle: Leave a note\npoints: 2\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n',
    },
  ],
  check(subject) {
    if (!needsCriteria(subject) || !isReadyOrStarted(subject)) return [];
    if (givesCriteria(subject)) return [];
    const message = `status is ${subject.item?.status}, but there are no acceptance criteria`;
    return [{ message, at: { field: ['status'] } }];
  },
});
