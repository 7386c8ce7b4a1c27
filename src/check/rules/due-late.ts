import { isDay } from '../../text/date.js';
import { defineRule, levels } from '../define-rule.js';
import { isOpenWork } from '../lifecycle.js';

export const dueLate = defineRule({
  id: 'due/late',
  summary: 'No open item is past its due date',
  why: 'A due date that is neither met nor moved makes all dates meaningless.',
  levels: levels('warn', 'warn', 'off'),
  isLocal: true,
  good: [
    { text: '---\nid: TA-1\ntype: task\nstatus: draft\ntitle: Paint\ndue: 2026-11-24\n---\n' },
    { text: '---\nid: TA-1\ntype: task\nstatus: done\ntitle: Paint\ndue: 2026-11-20\n---\n' },
  ],
  bad: [{ text: '---\nid: TA-1\ntype: task\nstatus: draft\ntitle: Paint\ndue: 2026-11-20\n---\n' }],
  check(subject) {
    const { item, today } = subject;
    if (item === null || today === null || !isOpenWork(subject) || item.due === null) return [];
    if (!isDay(item.due) || item.due >= today) return [];
    const message = `was due on ${item.due} and is ${item.status ?? 'open'}: finish it or move the date`;
    return [{ message, at: { field: ['due'] } }];
  },
});
