import { defineRule, levels } from '../define-rule.js';
import { reportDefects } from '../story-defect.js';

export const storyNoRole = defineRule({
  id: 'story/no-role',
  summary: 'A story says who wants it',
  why: 'Without a role there is no one to ask whether it is right, or how much it matters.',
  levels: levels('error', 'error', 'error'),
  isLocal: true,
  good: [
    { text: 'As a guest, I want to leave a note, so that my host knows I came.\n' },
    { text: 'When I leave, I want to lock the door, so that nobody walks in.\n' },
  ],
  bad: [
    { text: 'I want to leave a note, so that my host knows I came.\n' },
    {
      text: '---\nid: ST-1\ntype: story\nstatus: draft\ntitle: Leave a note\n---\n\nMake the note box bigger.\n',
    },
  ],
  check: (subject) => reportDefects(subject, ['no-role', 'not-a-story']),
});
