import { defineStoryRule, levels } from '../define-rule.js';
import { inFile } from '../subject.js';
import { GENERIC_ROLES } from '../words/generic-roles.js';

export const storyGenericRole = defineStoryRule({
  id: 'story/generic-role',
  summary: 'A role says more than "user"',
  why: 'Nobody can be asked on behalf of everybody; who gains most from it decides the details.',
  levels: levels('off', 'warn', 'off'),
  isLocal: true,
  good: [{ text: 'As a guest, I want to leave a note, so that my host knows I came.\n' }],
  bad: [{ text: 'As a user, I want to leave a note, so that my host knows I came.\n' }],
  check({ reading }, subject) {
    const { role, spans } = reading;
    if (role === null || spans.role === undefined) return [];
    if (!GENERIC_ROLES.has(role.toLowerCase().replace(/\s+/g, ' '))) return [];
    const message = `"${role}" may be anybody: name who gains most from it`;
    return [{ message, at: { span: inFile(subject, spans.role) } }];
  },
});
