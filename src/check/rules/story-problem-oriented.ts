import { defineStoryRule, levels } from '../define-rule.js';
import { findPhrase, languageOf, phraseTable, storyWords } from '../language/story-text.js';
import { INTERFACE } from '../words/en-words.js';

const INTERFACE_PHRASES = phraseTable(INTERFACE);

export const storyProblemOriented = defineStoryRule({
  id: 'story/problem-oriented',
  summary: 'A want names the problem, not a UI element',
  why: 'A story that says "button" has already decided on a solution, before anyone looked for a better one.',
  levels: levels('off', 'warn', 'off'),
  isLocal: true,
  good: [{ text: 'As a guest, I want to leave a note, so that my host knows I came.\n' }],
  bad: [{ text: 'As a guest, I want a button for notes, so that my host knows I came.\n' }],
  check(story, subject) {
    if (languageOf(story) !== 'en') return [];
    const found = findPhrase(storyWords(story, subject, 'want'), INTERFACE_PHRASES);
    if (found === null) return [];
    const message = `"${found.phrase}" is part of a solution: describe the need instead`;
    return [{ message, at: { span: found.span } }];
  },
});
