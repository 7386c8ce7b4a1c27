import { defineStoryRule, levels, type Report } from '../define-rule.js';
import { languageOf, type PlainWord, storyText, storyWords } from '../story-text.js';
import { MAY_BE_DOUBLED, NEVER_DOUBLED } from '../words/doubled-words.js';

export const storyDoubledWord = defineStoryRule({
  id: 'story/doubled-word',
  summary: 'No word stands twice in a row by mistake',
  why: 'A slip in the sentence everybody reads makes the rest look careless.',
  levels: levels('warn', 'warn', 'warn'),
  fixable: true,
  good: [
    { text: 'As a guest, I want to log in in one step, so that I see that that note is there.\n' },
  ],
  bad: [{ text: 'As a guest, I want to leave the the note, so that my host knows I came.\n' }],
  check(story, subject) {
    const never = NEVER_DOUBLED[languageOf(story)];
    if (never === undefined) return [];
    const isEnglish = languageOf(story) === 'en';
    const plain = storyText(story, subject);
    const words = storyWords(story, subject);
    const reports: Report[] = [];
    for (let i = 1; i < words.length; i += 1) {
      const [before, word] = [words[i - 1], words[i]];
      if (word === undefined || before?.text !== word.text) continue;
      const gap = plain.text.slice(before.end - plain.start, word.start - plain.start);
      if (!/^\s+$/.test(gap)) continue;
      const isSlip = never.has(word.text);
      // "so that that I can": the one place where "that that" is surely a slip.
      const isSoThat = isEnglish && word.text === 'that' && words[i - 2]?.text === 'so';
      const isLikely =
        isEnglish && /^\p{Ll}{2,}$/u.test(word.text) && !MAY_BE_DOUBLED.has(word.text);
      if (!(isSlip || isSoThat || isLikely)) continue;
      const message = `"${word.text}" stands twice`;
      const span = [before.start, word.end] as const;
      const raw = subject.text.slice(before.end, word.end);
      // Markup or a line end between the two is left for a person to look at.
      const isSafe = isSlip && /^[ \t]+\S+$/.test(raw) && !isNameLike(subject.text, word);
      const fix = isSafe ? { fix: [{ span: [before.end, word.end] as const, text: '' }] } : {};
      reports.push({ message, at: { span }, ...fix });
    }
    return reports;
  },
});

/** Written with a capital, the second may be a name: "an a A". */
function isNameLike(text: string, { start, end }: PlainWord): boolean {
  return /\p{Lu}/u.test(text.slice(start, end));
}
