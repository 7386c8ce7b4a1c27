import { defineStoryRule, levels } from '../define-rule.js';
import { storyText, storyWords } from '../language/story-text.js';
import { inFile } from '../subject.js';

/** Japanese and Chinese are written without blanks: two or three characters make a word. */
const CHARACTERS_A_WORD = 2.5;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

export const storyLength = defineStoryRule({
  id: 'story/length',
  summary: 'A story is one sentence of at most 60 words',
  why: 'A long sentence contains several stories, or details that belong in criteria.',
  levels: levels('warn', 'warn', 'warn'),
  isLocal: true,
  defaults: { max: 60 },
  options: (z) => z.strictObject({ max: z.int().min(10) }),
  good: [{ text: 'As a guest, I want to leave a note, so that my host knows I came.\n' }],
  bad: [
    {
      text: 'As a guest, I want to leave a note, so that my host knows I came.\n',
      options: { max: 12 },
    },
  ],
  check(story, subject, { max }) {
    if (!story.reading.ok || story.span[1] - story.span[0] < max) return [];
    const plain = storyText(story, subject);
    const unspaced = plain.text.match(UNSPACED)?.length ?? 0;
    const length = storyWords(story, subject).length + Math.round(unspaced / CHARACTERS_A_WORD);
    if (length <= max) return [];
    const message = `the story has ${length} words (maximum ${max}): move details to the criteria`;
    return [{ message, at: { span: inFile(subject, story.span) } }];
  },
});
