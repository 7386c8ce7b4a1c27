import { foldText } from './fold.js';

/*
 * What counts as a word for search, in the terminal and in the browser. Scripts that put no blanks
 * between words are cut into pairs of letters that overlap, as full-text searches do for Chinese,
 * Japanese and Korean: each part of a text, of two letters or more, is then found by its pairs.
 */

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー';
const run = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, 'gu');
const hasUnspaced = new RegExp(`[${unspaced}]`, 'u');
/** As minisearch splits by itself. */
const between = /[\n\r\t\p{Z}\p{P}]+/u;

/** The words of a text, for an index. A run's last letter stands alone too, to be found by. */
export function splitTerms(text: string): readonly string[] {
  return splitRuns(text, (letters) => [...pairsOf(letters), letters.at(-1) ?? '']);
}

/** The words of a query. */
export function splitQuery(text: string): readonly string[] {
  return splitRuns(text, (letters) => (letters.length < 2 ? letters : pairsOf(letters)));
}

function splitRuns(
  text: string,
  split: (letters: readonly string[]) => readonly string[],
): readonly string[] {
  return text
    .normalize('NFC')
    .split(between)
    .flatMap((word) => (hasUnspaced.test(word) ? (word.match(run) ?? []) : [word]))
    .flatMap((part) => (hasUnspaced.test(part) ? split([...part]) : [part]));
}

function pairsOf(letters: readonly string[]): readonly string[] {
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

/** Whether a word of a query also finds longer ones that begin with it. */
function mayGoOn(word: string): boolean {
  return word.length >= 3 || hasUnspaced.test(word);
}

/** How many letters of each may be wrong; short words have no room: `cat` would be `car`. */
function maxDistance(word: string): number {
  return word.length >= 5 && !hasUnspaced.test(word) ? 0.2 : 0;
}

/** The options of minisearch that say so. */
export const termOptions = {
  tokenize: (text: string) => [...splitTerms(text)],
  processTerm: foldText,
  searchOptions: {
    tokenize: (text: string) => [...splitQuery(text)],
    prefix: mayGoOn,
    fuzzy: maxDistance,
  },
};
