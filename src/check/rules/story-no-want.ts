import { defineRule, levels } from '../define-rule.js';
import { reportDefects } from '../story-defect.js';

export const storyNoWant = defineRule({
  id: 'story/no-want',
  summary: 'A story says what is wanted',
  why: 'A role and a reason alone leave the team to guess what to build.',
  levels: levels('error', 'error', 'error'),
  isLocal: true,
  good: [{ text: 'As a guest, I want to leave a note, so that my host knows I came.\n' }],
  bad: [{ text: 'As a guest, so that my host knows I came.\n' }],
  check: (subject) => reportDefects(subject, ['no-want']),
});
