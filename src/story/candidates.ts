import type { Lexicon } from './lexicon.js';
import { scanWords, type Word } from './words.js';

/** How far into a line a label may push the story. */
const FURTHEST = 200;
const SENTENCE = /[.!?:]["”)]{0,2}\s{1,4}(?=\p{Lu})/gu;

/** Whether a word of the line may open a story. */
export function hasOpener(text: string, lexicon: Lexicon): boolean {
  const isOpener = ({ text: word }: Word) => openers(lexicon).has(word);
  const end = Math.min(text.length, FURTHEST);
  // Most lines that hold a story begin with it.
  return scanWords(text, 0, end, 1).some(isOpener) || scanWords(text, 0, end, 24).some(isOpener);
}

/** Whether the first word goes on with a story: "I", "so", "want". */
export function beginsClause(text: string, lexicon: Lexicon): boolean {
  const first = scanWords(text, 0, Math.min(text.length, FURTHEST), 1)[0];
  // Nothing but marks may stand before it, and no heading.
  if (first === undefined || /[\p{L}\p{N}#]/u.test(text.slice(0, first.start))) return false;
  return openers(lexicon).has(first.text) || lexicon.bareWishes.has(first.text);
}

/** Where a later sentence opens with "As a", its capital written. */
export function findSentenceOpenings(text: string, lexicon: Lexicon): readonly number[] {
  const found: number[] = [];
  SENTENCE.lastIndex = 0;
  for (let hit = SENTENCE.exec(text); hit !== null; hit = SENTENCE.exec(text)) {
    const at = hit.index + hit[0].length;
    const [as, article] = scanWords(text, at, Math.min(text.length, at + 20), 2);
    if (as === undefined || article === undefined || !lexicon.as.has(as.text)) continue;
    if (lexicon.indefinite.has(article.text) || lexicon.definite.has(article.text)) found.push(at);
  }
  return found;
}

const known = new WeakMap<Lexicon, ReadonlySet<string>>();

function openers(lexicon: Lexicon): ReadonlySet<string> {
  const made =
    known.get(lexicon) ??
    new Set([
      ...lexicon.as,
      ...lexicon.subjects,
      ...lexicon.contractions.keys(),
      ...lexicon.conditions.keys(),
      ...lexicon.benefit.so,
      ...lexicon.benefit.strong.keys(),
      ...lexicon.benefit.weak.keys(),
      ...lexicon.benefit.early.keys(),
    ]);
  known.set(lexicon, made);
  return made;
}
