import { defineStoryRule, levels } from '../define-rule.js';
import { inFile } from '../subject.js';

export const storyNoBenefit = defineStoryRule({
  id: 'story/no-benefit',
  summary: 'A story has a benefit',
  why: 'The reason lets the team find a better solution, and the product owner prioritize.',
  levels: levels('warn', 'error', 'warn'),
  isLocal: true,
  good: [{ text: 'As a guest, I want to leave a note, so that my host knows I came.\n' }],
  bad: [{ text: 'As a guest, I want to leave a note.\n' }],
  check({ reading, span }, subject) {
    if (!reading.ok || reading.benefit !== null) return [];
    const message = 'no benefit: add "so that …"';
    return [{ message, at: { span: inFile(subject, reading.spans.want ?? span) } }];
  },
});
