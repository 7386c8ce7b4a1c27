import { type Backlog, getItem } from '../../backlog/backlog.js';
import { categoryOf } from '../../backlog/workflow.js';
import { bodyOf } from '../../item/document.js';
import type { Item } from '../../item/item.js';
import { defineRule, levels } from '../define-rule.js';

const merged = (id: string, into: string) =>
  `---\nid: ${id}\ntype: task\nstatus: dropped\ntitle: Paint\n---\n\n> Dropped on 2026-11-24: merged into ${into}\n`;

export const refMerged = defineRule({
  id: 'ref/merged',
  summary: 'What an item was merged into is there, and was not merged into it in turn',
  why: 'A branch that merged one item into another, while the other branch deleted that or merged it the other way round, leaves none of them.',
  levels: levels('error', 'error', 'off'),
  good: [
    {
      text: merged('TA-1', 'TA-2'),
      others: { 'items/TA-2.md': '---\nid: TA-2\ntype: task\nstatus: ready\ntitle: Paint\n---\n' },
    },
  ],
  bad: [
    { text: merged('TA-1', 'TA-2') },
    { text: merged('TA-1', 'TA-2'), others: { 'items/TA-2.md': merged('TA-2', 'TA-1') } },
  ],
  check({ backlog, item, bodyStart, text }) {
    const target = backlog && item ? targetOf(backlog, item) : null;
    if (!backlog || !item || target === null) return [];
    const other = getItem(backlog, target);
    const isCircle =
      other !== undefined && targetOf(backlog, other)?.toUpperCase() === item.id.toUpperCase();
    if (other !== undefined && !isCircle) return [];
    const fault = isCircle ? `which was merged into ${item.id}` : 'which is not there';
    const message = `${item.id} was merged into ${target}, ${fault}: storymark reopen ${item.id} takes it up again`;
    const end = text.lastIndexOf(target);
    return [{ message, at: { span: [Math.max(end, bodyStart), end + target.length] } }];
  },
});

/** The id in the note that `merge` leaves in what it drops; null for anything else. */
function targetOf({ settings }: Backlog, item: Item): string | null {
  const body = bodyOf(item.document);
  if (!body.includes(': merged into ') || categoryOf(settings, item) !== 'dropped') return null;
  return /^> [^:\n]*: merged into (\S+)\s*$/m.exec(body)?.[1] ?? null;
}
