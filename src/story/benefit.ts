import type { Span } from '../text/span.js';
import { type Lexicon, matchPhrase } from './lexicon.js';
import { findStoryEnd, type MaskedText } from './story-end.js';
import { scanWords, type Word } from './words.js';

/** Where a benefit opens: the offsets before and after "so that". */
export interface BenefitOpening {
  readonly start: number;
  readonly end: number;
}

/** The benefit that opens at `words[at]`, if one does. */
export function benefitAt(
  words: readonly Word[],
  at: number,
  lexicon: Lexicon,
): BenefitOpening | null {
  return strongAt(words, at, lexicon) ?? weakAt(words, at, lexicon);
}

/**
 * The benefit among the words of a sentence. "so that" wins over an earlier "because" or
 * "in order to", which then tells something of the want.
 */
function findBenefit(words: readonly Word[], lexicon: Lexicon): BenefitOpening | null {
  let weak: BenefitOpening | null = null;
  for (let i = 0; i < words.length; i++) {
    const strong = strongAt(words, i, lexicon);
    if (strong !== null) return strong;
    weak ??= weakAt(words, i, lexicon);
  }
  return weak;
}

function strongAt(words: readonly Word[], at: number, lexicon: Lexicon): BenefitOpening | null {
  const { benefit } = lexicon;
  const taken = matchPhrase(benefit.strong, words, at);
  if (taken > 0 && matchPhrase(benefit.not, words, at) === 0) {
    let last = at + taken - 1;
    const most = last + 3;
    while (last < most && benefit.repeats.has(words[last + 1]?.text ?? '')) last += 1;
    return opening(words, at, last);
  }
  if (!isSoClause(words, at, lexicon)) return null;
  // "and so I can"
  const joined = lexicon.conjunctions.has(words[at - 1]?.text ?? '');
  return opening(words, joined ? at - 1 : at, at);
}

function weakAt(words: readonly Word[], at: number, lexicon: Lexicon): BenefitOpening | null {
  const taken = matchPhrase(lexicon.benefit.weak, words, at);
  if (taken === 0 || matchPhrase(lexicon.benefit.not, words, at) > 0) return null;
  return opening(words, at, at + taken - 1);
}

/** "so I can", "so the team", ", so data" and not "so much", "do so", "or so". */
function isSoClause(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
  const { benefit } = lexicon;
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined || !benefit.so.has(word.text)) return false;
  if (benefit.soNotBefore.has(next.text)) return false;
  if (matchPhrase(benefit.not, words, at) > 0) return false;
  if (word.afterBreak) return true;
  if (benefit.soNotAfter.has(words[at - 1]?.text ?? '')) return false;
  return benefit.clauseStarts.has(next.text);
}

function opening(words: readonly Word[], first: number, last: number): BenefitOpening {
  return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
}

/** The want and the benefit as they stand after "I want", not yet trimmed. */
export interface Tail {
  readonly want: Span;
  readonly benefit: Span | null;
}

/** More words than this the window cannot hold. */
const ALL = Number.POSITIVE_INFINITY;
/** Between the end of the want and a benefit on its own there may be marks, not a heading. */
const GAP = /^[^\p{L}\p{N}#]*$/u;

/**
 * Reads from the text of the want to the end of the story. The benefit may stand in the same
 * sentence, or alone in the next sentence, line, list item or table cell.
 */
export function readTail(
  source: MaskedText,
  from: number,
  inTable: boolean,
  lexicon: Lexicon,
): Tail {
  const end = findStoryEnd(source, from, inTable, lexicon);
  const words = scanWords(source.masked, from, end, ALL);
  const inside = findBenefit(words, lexicon);
  if (inside !== null) return { want: [from, inside.start], benefit: [inside.end, end] };
  const next = scanWords(source.masked, end, source.masked.length, 5);
  const outside = words.length === 0 ? null : benefitAt(next, 0, lexicon);
  if (outside === null || !GAP.test(source.raw.slice(end, outside.start))) {
    return { want: [from, end], benefit: null };
  }
  const until = findStoryEnd(source, outside.end, inTable, lexicon);
  return { want: [from, end], benefit: [outside.end, until] };
}
