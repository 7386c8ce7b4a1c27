import { type Backlog, getItem } from '../../backlog/backlog.js';
import { categoryOf } from '../../backlog/workflow.js';
import { readCriteria } from '../../item/criteria.js';
import { bodyOf } from '../../item/document.js';
import type { Item } from '../../item/item.js';
import { defineRule, levels } from '../define-rule.js';

const merged = (id: string, into: string) =>
  `---\nid: ${id}\ntype: task\nstatus: dropped\ntitle: Paint\n---\n\n> Dropped on 2026-11-24: merged into ${into}\n`;

export const refMerged = defineRule({
  id: 'ref/merged',
  summary: 'What an item was merged into is there, and takes up what it asked for',
  why: 'A branch that merged one item into another, while the other branch closed or deleted that, leaves no one to do it.',
  levels: levels('warn', 'error', 'off'),
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
    const fault = faultOf(backlog, item, target);
    if (fault === null) return [];
    const message = `${item.id} was merged into ${target}, ${fault}: storymark reopen ${item.id} takes it up again`;
    const end = text.lastIndexOf(target);
    return [{ message, at: { span: [Math.max(end, bodyStart), end + target.length] } }];
  },
});

/** Why what was merged away is not taken care of; null where it is. */
function faultOf(backlog: Backlog, item: Item, target: string): string | null {
  const seen = new Set([item]);
  let other = getItem(backlog, target);
  for (
    let next = other && targetOf(backlog, other);
    next;
    next = other && targetOf(backlog, other)
  ) {
    if (other) seen.add(other);
    other = getItem(backlog, next);
    if (other && seen.has(other)) return `which was merged into ${next} in turn`;
  }
  if (other === undefined) return 'which is not there';
  const category = categoryOf(backlog.settings, other);
  if (category === 'dropped') return `but ${other.id} is ${other.status}`;
  const texts = new Set(readCriteria(bodyOf(item.document)).items.map(({ text }) => text));
  const isOpen = readCriteria(bodyOf(other.document)).items.some(
    ({ text, done }) => !done && texts.has(text),
  );
  return category === 'done' && isOpen ? 'which is done without its criteria' : null;
}

/** The id in the note that `merge` leaves in what it drops; null for anything else. */
function targetOf({ settings }: Backlog, item: Item): string | null {
  const body = bodyOf(item.document);
  if (!body.includes(': merged into ') || categoryOf(settings, item) !== 'dropped') return null;
  return /^> [^:\n]*: merged into (\S+)\s*$/m.exec(body)?.[1] ?? null;
}
