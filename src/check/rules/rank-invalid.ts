import { isOrderKey } from '../../backlog/order-key.js';
import { cutText } from '../../text/cut.js';
import { defineRule, levels } from '../define-rule.js';

export const rankInvalid = defineRule({
  id: 'rank/invalid',
  summary: 'A rank is a valid order key',
  why: 'An item with an invalid rank falls to the end of the backlog.',
  levels: levels('error', 'error', 'off'),
  isLocal: true,
  good: [{ text: '---\nid: TA-1\ntype: task\ntitle: Paint\nrank: a0V\n---\n' }],
  bad: [{ text: '---\nid: TA-1\ntype: task\ntitle: Paint\nrank: first\n---\n' }],
  check({ item }) {
    const rank = item?.rank ?? null;
    if (rank === null || isKey(rank)) return [];
    const message = `"${cutText(rank, 40)}" is not an order key: remove the line, then run storymark move ${item?.id}`;
    return [{ message, at: { field: ['rank'] } }];
  },
});

/** Without the narrowing, as a rank that is no key is still a text. */
function isKey(rank: string): boolean {
  return isOrderKey(rank);
}
