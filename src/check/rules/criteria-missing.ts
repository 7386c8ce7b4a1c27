import { givesCriteria } from '../criteria.js';
import { defineRule, levels } from '../define-rule.js';
import { isOpenWork, needsStory } from '../lifecycle.js';

export const criteriaMissing = defineRule({
  id: 'criteria/missing',
  summary: 'Every open story has acceptance criteria, even before it is ready',
  why: 'Early criteria show whether everyone has the same thing in mind.',
  levels: levels('off', 'warn', 'off'),
  isLocal: true,
  good: [
    {
      text: '---\nid: ST-1\ntype: story\nstatus: draft\ntitle: Leave a note\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n\n## Acceptance criteria\n\n- [ ] The host sees the note\n',
    },
  ],
  bad: [
    {
      text: '---\nid: ST-1\ntype: story\nstatus: draft\ntitle: Leave a note\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n',
    },
  ],
  check(subject) {
    if (!needsStory(subject) || !isOpenWork(subject)) return [];
    if (givesCriteria(subject)) return [];
    const message = 'no acceptance criteria: add a list under "## Acceptance criteria"';
    return [{ message, at: { field: [subject.item?.status == null ? 'id' : 'status'] } }];
  },
});
