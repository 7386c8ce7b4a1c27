import { defineRule, levels } from '../define-rule.js';
import { reportDefects } from '../story-defect.js';

export const storyPlaceholder = defineRule({
  id: 'story/placeholder',
  summary: 'A story has no template placeholders left',
  why: 'An unfilled template looks like a story in every list but is not one.',
  levels: levels('error', 'error', 'error'),
  isLocal: true,
  supersedes: ['story/no-role', 'story/no-want', 'story/no-benefit'],
  good: [{ text: 'As a guest, I want to leave a note, so that my host knows I came.\n' }],
  bad: [
    { text: 'As a [type of user], I want to leave a note, so that my host knows I came.\n' },
    { text: 'As a guest, I want to {{want}}, so that my host knows I came.\n' },
  ],
  check: (subject) => reportDefects(subject, ['placeholder']),
});
