import { type Backlog, getItem } from '../../backlog/backlog.js';
import { categoryOf } from '../../backlog/workflow.js';
import { type Criterion, readCriteria } from '../../item/criteria.js';
import { bodyOf } from '../../item/document.js';
import type { Item } from '../../item/item.js';
import { defineRule, levels } from '../define-rule.js';

const merged = (id: string, into: string, criterion = '') =>
  `---\nid: ${id}\ntype: task\nstatus: dropped\ntitle: Paint\n---\n${criterion}\n> Dropped on 2026-11-24: merged into ${into}\n`;
const open = (id: string, criterion = '') =>
  `---\nid: ${id}\ntype: task\nstatus: ready\ntitle: Paint\n---\n${criterion}`;
const dry = '\n## Acceptance criteria\n\n- [ ] It is dry\n';

export const refMerged = defineRule({
  id: 'ref/merged',
  summary: 'The target of a merged item exists and has its acceptance criteria',
  why: 'When one branch merges an item and another closes, deletes or merges the target, the work is lost.',
  levels: levels('warn', 'error', 'off'),
  good: [
    { text: merged('TA-1', 'TA-2'), others: { 'items/TA-2.md': open('TA-2') } },
    {
      text: merged('TA-1', 'TA-2', dry),
      others: { 'items/TA-2.md': merged('TA-2', 'TA-3', dry), 'items/TA-3.md': open('TA-3', dry) },
    },
  ],
  bad: [
    { text: merged('TA-1', 'TA-2') },
    { text: merged('TA-1', 'TA-2'), others: { 'items/TA-2.md': merged('TA-2', 'TA-1') } },
    {
      text: merged('TA-1', 'TA-2', dry),
      others: { 'items/TA-2.md': merged('TA-2', 'TA-3', dry), 'items/TA-3.md': open('TA-3') },
    },
  ],
  check({ backlog, item, bodyStart, text }) {
    const target = backlog && item ? targetOf(backlog, item) : null;
    if (!backlog || !item || target === null) return [];
    const fault = faultOf(backlog, item, target);
    if (fault === null) return [];
    const message = `${item.id} was merged into ${target}, ${fault}. To take it up again: storymark reopen ${item.id}`;
    const end = text.lastIndexOf(target);
    return [{ message, at: { span: [Math.max(end, bodyStart), end + target.length] } }];
  },
});

/** Why what was merged away is not taken care of; null where it is. */
function faultOf(backlog: Backlog, item: Item, target: string): string | null {
  const first = getItem(backlog, target);
  const seen = new Set([item]);
  let other = first;
  for (
    let next = other && targetOf(backlog, other);
    next;
    next = other && targetOf(backlog, other)
  ) {
    if (other) seen.add(other);
    other = getItem(backlog, next);
    if (other && seen.has(other)) return `which was merged into ${next} in turn`;
  }
  if (other === undefined) return 'which does not exist';
  const category = categoryOf(backlog.settings, other);
  if (category === 'dropped') return `but ${other.id} is ${other.status}`;
  const own = new Set(criteriaOf(item).map(({ text }) => text));
  const kept = criteriaOf(other).filter(({ text }) => own.has(text));
  // On two branches: one merged the first away before it got the criteria of this one.
  if (first && other !== first && kept.length === 0) {
    const isLeftBehind = criteriaOf(first).some(({ text }) => own.has(text));
    if (isLeftBehind) {
      return `which was merged into ${other.id} without its acceptance criteria: copy them to ${other.id}`;
    }
  }
  const isOpen = kept.some(({ done }) => !done);
  return category === 'done' && isOpen ? 'which is done without its criteria' : null;
}

function criteriaOf({ document }: Item): readonly Criterion[] {
  return readCriteria(bodyOf(document)).items;
}

/** The id in the note that `merge` leaves in what it drops; null for anything else. */
function targetOf({ settings }: Backlog, item: Item): string | null {
  const body = bodyOf(item.document);
  if (!body.includes(': merged into ') || categoryOf(settings, item) !== 'dropped') return null;
  return /^> [^:\n]*: merged into (\S+)\s*$/m.exec(body)?.[1] ?? null;
}
