import { STOP_WORDS } from '../words/en-words.js';
import type { PlainWord } from './story-text.js';

/** Shorter words of other languages are mostly articles and the like. */
const SHORT = 3;

/** The words that carry meaning, without their endings, in order. */
export function contentStems(written: readonly PlainWord[], language: string): readonly string[] {
  const words = written.map(({ text }) => text);
  return language === 'en'
    ? words.filter((word) => !STOP_WORDS.has(word)).map(stemWord)
    : words.filter((word) => word.length > SHORT);
}

/**
 * An English word without its inflection: "notes" and "noted" are "note". Crude on purpose, as it
 * only has to bring forms of one word together: the S-stemmer of Harman (JASIS 1991) with -ed
 * and -ing.
 */
export function stemWord(word: string): string {
  const plain = word.replace(/'s?$/, '');
  const stem = singular(plain).replace(/(?<=[a-z]{3})(?:ing|ed|er)$/, '');
  // "planning" is "plan", "saving" is "save" without its last letter, as "save" itself becomes.
  return stem.replace(/([bdgmnprt])\1$/, '$1').replace(/(?<=[a-z]{2})e$/, '');
}

export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
