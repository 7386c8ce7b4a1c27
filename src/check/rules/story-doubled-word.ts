import { defineStoryRule, levels, type Report } from '../define-rule.js';
import { DETERMINERS } from '../language/en-verbs.js';
import { languageOf, type PlainWord, storyText, storyWords } from '../language/story-text.js';
import {
  DOUBLED_PHRASES,
  LEADS_TO_INFINITIVE,
  MAY_BE_DOUBLED,
  MAY_END_CLAUSE,
  NEVER_DOUBLED,
} from '../words/doubled-words.js';

export const storyDoubledWord = defineStoryRule({
  id: 'story/doubled-word',
  summary: 'No word is repeated by mistake',
  why: 'A typo in the sentence everyone reads makes the rest look careless.',
  levels: levels('warn', 'warn', 'warn'),
  isLocal: true,
  fixable: true,
  good: [
    { text: 'As a guest, I want to log in in one step, so that I see that that note is there.\n' },
    { text: 'As a guest, I want to see the page I go to to pay at Pizza Pizza, so that I eat.\n' },
  ],
  bad: [
    { text: 'As a guest, I want to leave the the note, so that my host knows I came.\n' },
    { text: 'As a guest, I want to leave a note, so that so that my host knows I came.\n' },
  ],
  check(story, subject) {
    const never = NEVER_DOUBLED[languageOf(story)];
    if (never === undefined) return [];
    const isEnglish = languageOf(story) === 'en';
    const plain = storyText(story, subject);
    const words = storyWords(story, subject);
    const reports: Report[] = [];
    for (let i = 1; i < words.length; i += 1) {
      const [before, word] = [words[i - 1], words[i]];
      if (word === undefined || before === undefined) continue;
      if (before.text !== word.text) {
        const phrase = isEnglish ? findDoubledPhrase(words, i) : null;
        if (phrase !== null) reports.push(phrase);
        continue;
      }
      const gap = plain.text.slice(before.end - plain.start, word.start - plain.start);
      if (!/^\s+$/.test(gap) || isName(subject.text, before, word)) continue;
      const mayEnd = mayEndClause(words, i);
      // "the page I go to to pay" is right, "I go to to the page" is not.
      if (mayEnd && !DETERMINERS.has(words[i + 1]?.text ?? '')) continue;
      const isSlip = never.has(word.text);
      // "so that that I can": the one place where "that that" is surely a slip.
      const isSoThat = isEnglish && word.text === 'that' && words[i - 2]?.text === 'so';
      const isLikely =
        isEnglish && /^\p{Ll}{2,}$/u.test(word.text) && !MAY_BE_DOUBLED.has(word.text);
      if (!(isSlip || isSoThat || isLikely)) continue;
      const message = `"${word.text}" is repeated`;
      const span = [before.start, word.end] as const;
      const between = subject.text.slice(before.end, word.start);
      // Markup or a line end between the two is left for a person to look at.
      const isSafe =
        isSlip && /^[ \t]+$/.test(between) && !isCapital(subject.text, word) && !mayEnd;
      const fix = isSafe ? { fix: [{ span: [before.end, word.end] as const, text: '' }] } : {};
      reports.push({ message, at: { span }, ...fix });
    }
    return reports;
  },
});

/** "so that so that": the phrase that ends at `last` stands right before itself. */
function findDoubledPhrase(words: readonly PlainWord[], last: number): Report | null {
  const [two, end] = [words[last - 2], words[last]];
  if (two?.text !== end?.text) return null;
  const [one, again] = [words[last - 3], words[last - 1]];
  if (one?.text !== again?.text) return null;
  if (one === undefined || two === undefined || end === undefined) return null;
  const phrase = `${one.text} ${two.text}`;
  // Nothing but one blank parts the four.
  const length = phrase.length * 2 + 1;
  if (!DOUBLED_PHRASES.has(phrase) || end.end - one.start !== length) return null;
  return { message: `"${phrase}" is repeated`, at: { span: [one.start, end.end] } };
}

function mayEndClause(words: readonly PlainWord[], at: number): boolean {
  if (!MAY_END_CLAUSE.has(words[at]?.text ?? '')) return false;
  return !LEADS_TO_INFINITIVE.has(words[at - 2]?.text ?? '');
}

/** "Pizza Pizza", "The The". */
function isName(text: string, one: PlainWord, other: PlainWord): boolean {
  return one.text !== 'i' && isCapital(text, one) && isCapital(text, other);
}

/** Written with a capital, the second may be a name: "an a A". */
function isCapital(text: string, { start, end }: PlainWord): boolean {
  return /\p{Lu}/u.test(text.slice(start, end));
}
