import { indefiniteArticle } from '../../story/languages/en-grammar.js';
import { defineStoryRule, levels, type Report } from '../define-rule.js';
import { languageOf, storyText } from '../language/story-text.js';
import { EITHER_ARTICLE } from '../words/articles.js';

const ARTICLE = /(?<![\p{L}\p{N}'’/_.&-])(an?)(\s{1,3})([\p{L}\p{N}][\p{L}\p{N}'’-]*)/giu;

/** "level A issues": within a sentence a capital is a letter, but "As A User". */
const AFTER_WORD = /(?<!(?<![\p{L}\p{N}])as)(?<=[\p{L}\p{N},])\s+$/iu;

export const storyArticle = defineStoryRule({
  id: 'story/article',
  summary: '"a" or "an" matches the sound that follows (English)',
  why: 'A typo in the sentence everyone reads makes the rest look careless.',
  levels: levels('warn', 'warn', 'warn'),
  isLocal: true,
  fixable: true,
  good: [
    { text: 'As an HR manager, I want a unique link, so that I save an hour.\n' },
    { text: 'As a tester, I want level A issues and option a only, so that series A ends.\n' },
    { text: 'As a user of a UX tool, I want an SQL or a SQL view, so that I see a one-off.\n' },
  ],
  bad: [
    { text: 'As an guest, I want to leave a note, so that my host knows I came.\n' },
    { text: 'As a guest, I want to leave a answer, so that my host knows I came.\n' },
  ],
  check(story, subject) {
    if (languageOf(story) !== 'en' || !story.reading.ok) return [];
    const { text, start } = storyText(story, subject);
    const reports: Report[] = [];
    ARTICLE.lastIndex = 0;
    for (let hit = ARTICLE.exec(text); hit !== null; hit = ARTICLE.exec(text)) {
      const [, article = '', , word = ''] = hit;
      // Go on at the word: "a an apple" has two articles.
      ARTICLE.lastIndex = hit.index + article.length;
      if (article === 'A' && AFTER_WORD.test(text.slice(0, hit.index))) continue;
      const right = rightArticle(article, word);
      if (right === null || right === article.toLowerCase()) continue;
      const from = start + hit.index;
      const span = [from, from + article.length] as const;
      const fix = [{ span, text: article[0] === 'A' ? `A${right.slice(1)}` : right }];
      reports.push({ message: `"${right} ${word}", not "${article} ${word}"`, at: { span }, fix });
    }
    return reports;
  },
});

/** Null where both are right, or where "a" is a letter: "option A is", "a and b". */
function rightArticle(article: string, word: string): 'a' | 'an' | null {
  const lower = word.toLowerCase();
  if (
    EITHER_ARTICLE.has(lower) ||
    /^(?:an?|and|or|as|is|in|on|at|if|of|are|to|it|also|only|equals|into|until|unless)$/.test(lower)
  )
    return null;
  if (article === 'A' && !/^\p{Ll}/u.test(word)) return null;
  // Letters that may be spelled or spoken as a word.
  if (/^\p{Lu}[\p{Lu}\p{N}]*s?$/u.test(word) && /[AEIOUY]/.test(word)) return null;
  // Names are said as their owners say them.
  if (/^\p{Lu}/u.test(word) && /^[HU]/.test(word)) return null;
  if (/^[^a-z0-9]/i.test(word)) return null;
  return indefiniteArticle(word);
}
