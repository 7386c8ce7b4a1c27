import { defineStoryRule, levels } from '../define-rule.js';
import { inFile } from '../subject.js';
import { GENERIC_ROLES } from '../words/generic-roles.js';

export const storyGenericRole = defineStoryRule({
  id: 'story/generic-role',
  summary: 'A role says more than "user"',
  why: 'You cannot ask "a user"; the person who benefits most decides the details.',
  levels: levels('off', 'warn', 'off'),
  isLocal: true,
  good: [{ text: 'As a guest, I want to leave a note, so that my host knows I came.\n' }],
  bad: [{ text: 'As a user, I want to leave a note, so that my host knows I came.\n' }],
  check({ reading }, subject) {
    const { role, spans } = reading;
    if (role === null || spans.role === undefined) return [];
    if (!GENERIC_ROLES.has(role.toLowerCase().replace(/\s+/g, ' '))) return [];
    const message = `"${role}" could be anyone: name the person who benefits most`;
    return [{ message, at: { span: inFile(subject, spans.role) } }];
  },
});
