import { defineStoryRule, levels } from '../define-rule.js';
import { findPhrase, languageOf, phraseTable, storyWords } from '../language/story-text.js';
import { INTERFACE } from '../words/en-words.js';

const INTERFACE_PHRASES = phraseTable(INTERFACE);

export const storyProblemOriented = defineStoryRule({
  id: 'story/problem-oriented',
  summary: 'A want names the problem, not the parts of a screen',
  why: 'A story that says "button" has already decided, before anybody looked for a better way.',
  levels: levels('off', 'warn', 'off'),
  isLocal: true,
  good: [{ text: 'As a guest, I want to leave a note, so that my host knows I came.\n' }],
  bad: [{ text: 'As a guest, I want a button for notes, so that my host knows I came.\n' }],
  check(story, subject) {
    if (languageOf(story) !== 'en') return [];
    const found = findPhrase(storyWords(story, subject, 'want'), INTERFACE_PHRASES);
    if (found === null) return [];
    const message = `"${found.phrase}" is part of a solution: say what it is for`;
    return [{ message, at: { span: found.span } }];
  },
});
