import { criteriaOf, criterionSpan } from '../criteria.js';
import { defineRule, levels } from '../define-rule.js';
import { isOpenWork } from '../lifecycle.js';

const STORY =
  '---\nid: ST-1\ntype: story\nstatus: draft\ntitle: Leave a note\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n\n## Acceptance criteria\n\n';

export const criteriaCount = defineRule({
  id: 'criteria/count',
  summary: 'An item has 1 to 8 acceptance criteria',
  why: 'An item with many criteria is usually several items: split it along them.',
  levels: levels('warn', 'warn', 'off'),
  isLocal: true,
  defaults: { min: 1, max: 8 },
  options: (z) => z.strictObject({ min: z.int().min(1), max: z.int().min(1) }).partial(),
  good: [{ text: `${STORY}- [ ] The host sees the note\n` }],
  bad: [
    {
      text: `${STORY}- [ ] The host sees the note\n- [ ] The cook sees it\n- [ ] It can be torn off\n`,
      options: { max: 2 },
    },
  ],
  check(subject, { min, max }) {
    if (!isOpenWork(subject)) return [];
    const { items } = subject.view(criteriaOf);
    const count = items.length;
    // None at all is what criteria/missing and ready/criteria speak of.
    if (count === 0 || (count >= min && count <= max)) return [];
    const one = items[count > max ? max : 0];
    const advice = count > max ? `at most ${max}: split the item along them` : `at least ${min}`;
    const message = `${count} acceptance criteria; the limit is ${advice}`;
    return one === undefined ? [] : [{ message, at: { span: criterionSpan(subject, one) } }];
  },
});
