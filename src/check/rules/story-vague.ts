import { defineStoryRule, levels } from '../define-rule.js';
import { findPhrase, languageOf, phraseTable, storyWords } from '../language/story-text.js';
import { VAGUE } from '../words/en-words.js';

const VAGUE_PHRASES = phraseTable(VAGUE);

export const storyVague = defineStoryRule({
  id: 'story/vague',
  summary: 'A want has no vague words',
  why: '"Easily" is a hope; what makes it easy is a criterion.',
  levels: levels('off', 'warn', 'off'),
  isLocal: true,
  good: [{ text: 'As a guest, I want to leave a note, so that my host knows I came.\n' }],
  bad: [{ text: 'As a guest, I want to easily leave a note, so that my host knows I came.\n' }],
  check(story, subject) {
    if (languageOf(story) !== 'en') return [];
    const found = findPhrase(storyWords(story, subject, 'want'), VAGUE_PHRASES);
    if (found === null) return [];
    const message = `"${found.phrase}" is vague: say what a tester would see`;
    return [{ message, at: { span: found.span } }];
  },
});
