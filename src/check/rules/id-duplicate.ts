import { defineSetRule, levels, type SetReport, type Subject } from '../define-rule.js';
import { groupBy, oldestFirst } from '../groups.js';

export const idDuplicate = defineSetRule({
  id: 'id/duplicate',
  summary: 'No two documents have the same id',
  why: 'A link to a duplicate id is ambiguous, and commands refuse to write either file.',
  levels: levels('error', 'error', 'off'),
  // A copy of a file has the old id, beside its new name.
  supersedes: ['id/filename'],
  good: [
    {
      text: '---\nid: TA-2\ntype: task\ntitle: Paint the door\n---\n',
      path: 'items/TA-2.md',
      others: { 'items/TA-1.md': '---\nid: TA-1\ntype: task\ntitle: Sand it\n---\n' },
    },
  ],
  bad: [
    {
      text: '---\nid: TA-1\ntype: task\ntitle: Paint the door\n---\n',
      path: 'items/TA-1-paint.md',
      others: { 'items/TA-1-a-sand.md': '---\nid: TA-1\ntype: task\ntitle: Sand it\n---\n' },
    },
  ],
  check(subjects) {
    const groups = groupBy(subjects, ({ item }) => item?.id.toUpperCase() ?? '');
    return groups.flatMap((group) => reportGroup(oldestFirst(group)));
  },
});

/** One finding for each but the oldest, at it when it is asked for, else at the oldest. */
function reportGroup([first, ...rest]: readonly Subject[]): readonly SetReport[] {
  if (first === undefined) return [];
  return rest.map((subject) => [tell(subject, first), tell(first, subject)]);
}

function tell(subject: Subject, other: Subject) {
  const id = subject.item?.id ?? '';
  const message = `${id} is also the id of ${other.path}: run storymark doctor --fix to give one a new id`;
  return { subject, message, at: { field: ['id'] } };
}
