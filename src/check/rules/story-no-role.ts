import { defineRule, levels } from '../define-rule.js';
import { readDefect, reportDefect } from '../story-defect.js';

export const storyNoRole = defineRule({
  id: 'story/no-role',
  summary: 'A story says who wants it',
  why: 'Without a role nobody can be asked whether it is right, or how much it matters.',
  levels: levels('error', 'error', 'error'),
  good: [
    { text: 'As a guest, I want to leave a note, so that my host knows I came.\n' },
    { text: 'When I leave, I want to lock the door, so that nobody walks in.\n' },
  ],
  bad: [
    { text: 'I want to leave a note, so that my host knows I came.\n' },
    { text: 'Make the note box bigger.\n' },
  ],
  check(subject) {
    const defect = readDefect(subject);
    if (defect === null || defect.kind === 'placeholder' || defect.kind === 'no-want') return [];
    return subject.story?.reading.role == null ? [reportDefect(subject, defect)] : [];
  },
});
