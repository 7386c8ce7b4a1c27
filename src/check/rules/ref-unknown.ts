import { didYouMean } from '../../text/suggest.js';
import { defineRule, levels } from '../define-rule.js';
import { candidatesFor, faultOf, referencesOf } from '../references.js';

export const refUnknown = defineRule({
  id: 'ref/unknown',
  summary: 'References point to existing documents of the right type',
  why: 'A broken reference hides what an item depends on, serves or belongs to.',
  levels: levels('error', 'error', 'off'),
  good: [
    {
      text: '---\nid: ST-1\ntype: story\ntitle: Leave a note\ndepends: [ST-2]\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n',
      others: {
        'items/ST-2.md':
          '---\nid: ST-2\ntype: story\ntitle: Read notes\n---\n\nAs a host, I want to read notes, so that I can thank my guests.\n',
      },
    },
  ],
  bad: [
    {
      text: '---\nid: ST-1\ntype: story\ntitle: Leave a note\ndepends: [ST-9]\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n',
    },
    {
      text: '---\nid: ST-1\ntype: story\ntitle: Leave a note\nparent: summer\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n',
      others: { 'goals/summer.md': '---\nid: summer\ntype: goal\ntitle: A full house\n---\n' },
    },
  ],
  check(subject) {
    const { backlog } = subject;
    if (backlog === null) return [];
    return subject.view(referencesOf).flatMap((reference) => {
      const fault = faultOf(backlog, reference);
      if (fault === null) return [];
      const ids = candidatesFor(backlog, reference.target).map(({ id }) => id);
      const hint = didYouMean(reference.id, ids);
      const message = `${reference.key} names ${reference.id}, ${fault}.${hint}`;
      return [{ message, at: { field: reference.field } }];
    });
  },
});
