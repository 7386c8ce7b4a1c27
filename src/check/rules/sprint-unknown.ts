import { didYouMean } from '../../text/suggest.js';
import { defineRule, levels } from '../define-rule.js';
import { candidatesFor, faultOf, referencesOf } from '../references.js';

export const sprintUnknown = defineRule({
  id: 'sprint/unknown',
  summary: 'The sprint of an item exists',
  why: 'Items in a sprint that does not exist are missing from capacity, commitment and velocity.',
  levels: levels('error', 'error', 'off'),
  supersedes: ['ref/unknown'],
  good: [
    {
      text: '---\nid: ST-1\ntype: story\ntitle: Leave a note\nsprint: 2026-S24\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n',
      others: { 'sprints/2026-S24.md': '---\nid: 2026-S24\ntype: sprint\ntitle: Notes\n---\n' },
    },
  ],
  bad: [
    {
      text: '---\nid: ST-1\ntype: story\ntitle: Leave a note\nsprint: 2026-S42\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n',
      others: { 'sprints/2026-S24.md': '---\nid: 2026-S24\ntype: sprint\ntitle: Notes\n---\n' },
    },
  ],
  check(subject) {
    const { backlog } = subject;
    if (backlog === null) return [];
    return subject
      .view(referencesOf)
      .filter(({ key }) => key === 'sprint')
      .flatMap((reference) => {
        const fault = faultOf(backlog, reference);
        if (fault === null) return [];
        const ids = candidatesFor(backlog, 'sprint').map(({ id }) => id);
        const hint =
          didYouMean(reference.id, ids) ||
          ` Create it with storymark sprint create ${reference.id}.`;
        const message = `the item is in sprint ${reference.id}, ${fault}.${hint}`;
        return [{ message, at: { field: reference.field } }];
      });
  },
});
