import { defineRule, levels } from '../define-rule.js';
import { isReadyOrStarted } from '../lifecycle.js';

export const readyTooBig = defineRule({
  id: 'ready/too-big',
  summary: 'An item that is ready has at most 13 points',
  why: 'An item that fills most of a sprint is rarely finished in it: split it before work starts.',
  levels: levels('warn', 'error', 'off'),
  isLocal: true,
  defaults: { max: 13 },
  options: (z) => z.strictObject({ max: z.number().positive() }),
  good: [
    {
      text: '---\nid: TA-1\ntype: task\nstatus: ready\ntitle: Paint\npoints: 13\n---\n\n## Acceptance criteria\n\n- [ ] The door is blue\n',
    },
    { text: '---\nid: EP-1\ntype: epic\nstatus: ready\ntitle: Paint\npoints: 100\n---\n' },
  ],
  bad: [
    {
      text: '---\nid: TA-1\ntype: task\nstatus: ready\ntitle: Paint\npoints: 21\n---\n\n## Acceptance criteria\n\n- [ ] The door is blue\n',
    },
  ],
  check(subject, { max }) {
    const { item } = subject;
    if (item === null || item.type === 'epic' || !isReadyOrStarted(subject)) return [];
    if (item.points === null || item.points <= max) return [];
    const message = `${item.points} points are too many for status ${item.status} (maximum ${max}): split the item`;
    return [{ message, at: { field: ['points'] } }];
  },
});
