import { defineRule, levels } from '../define-rule.js';
import { isReadyOrStarted } from '../lifecycle.js';

export const spikeTimebox = defineRule({
  id: 'spike/timebox',
  summary: 'A spike that is ready or in progress has a timebox',
  why: 'A question without a time limit takes the rest of the sprint.',
  levels: levels('warn', 'error', 'off'),
  isLocal: true,
  good: [{ text: '---\nid: SP-1\ntype: spike\nstatus: ready\ntitle: Paint?\ntimebox: 2d\n---\n' }],
  bad: [{ text: '---\nid: SP-1\ntype: spike\nstatus: ready\ntitle: Paint?\n---\n' }],
  check(subject) {
    const { item } = subject;
    if (item?.type !== 'spike' || !isReadyOrStarted(subject)) return [];
    const timebox = item.document.field('timebox') ?? null;
    if (timebox !== null && timebox !== '') return [];
    const message = `status is ${item.status}, but there is no timebox: add one such as 2d (two days)`;
    return [{ message, at: { field: ['status'] } }];
  },
});
