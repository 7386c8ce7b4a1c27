import type { Span } from '../../text/span.js';
import type { BenefitOpening, Tail } from '../benefit.js';
import { matchPhrase } from '../lexicon.js';
import { findStoryEnd, type MaskedText } from '../story-end.js';
import type { Word } from '../words.js';
import type { ClauseWords } from './clause-lexicon.js';
import { scanClauseWords } from './clause-words.js';

/** How far an infinitive may stand from its "um" or "om". */
const REACH = 24;

/** The benefit that opens at `words[at]`; null for none. */
export function clauseBenefitAt(
  words: readonly Word[],
  at: number,
  lexicon: ClauseWords,
): BenefitOpening | null {
  const word = words[at];
  if (word === undefined || matchPhrase(lexicon.notBenefit, words, at) > 0) return null;
  const taken =
    matchPhrase(lexicon.strong, words, at) ||
    matchPhrase(lexicon.causes, words, at) ||
    matchComma(words, at, lexicon) ||
    (opensPurpose(words, at, lexicon) ? 1 : 0);
  if (taken === 0) return null;
  const isPeek = taken > 1 && lexicon.benefit.peeks.has(words[at + taken - 1]?.text ?? '');
  const last = words[at + taken - (isPeek ? 2 : 1)];
  return { start: word.start, end: last?.end ?? word.end };
}

/** The benefit among the words of a sentence; an unmistakable one before an earlier, looser one. */
function findClauseBenefit(words: readonly Word[], lexicon: ClauseWords): BenefitOpening | null {
  let loose: BenefitOpening | null = null;
  let from = 0;
  // "chcę, aby system …": what is wanted.
  while (from < 2 && lexicon.benefit.complements.has(words[from]?.text ?? '')) from += 1;
  for (let i = from; i < words.length; i++) {
    const word = words[i];
    if (word === undefined || word.inParens) continue;
    const found = clauseBenefitAt(words, i, lexicon);
    if (found === null) continue;
    if (matchPhrase(lexicon.strong, words, i) > 0) return found;
    loose ??= found;
  }
  return loose;
}

function matchComma(words: readonly Word[], at: number, lexicon: ClauseWords): number {
  const taken = matchPhrase(lexicon.comma, words, at);
  if (taken === 0) return 0;
  // One word may be another part of speech; "ya que" and "parce que" are what they are.
  if (at === 0 || taken > 1 || words[at]?.afterBreak) return taken;
  return lexicon.benefit.clauseStarts.has(words[at + taken]?.text ?? '') ? taken : 0;
}

/** "um Zeit zu sparen", "pour ne pas attendre", "para ahorrar". */
function opensPurpose(words: readonly Word[], at: number, { benefit }: ClauseWords): boolean {
  const word = words[at];
  if (word === undefined || !benefit.purpose.has(word.text)) return false;
  const { at: place, form } = benefit.infinitive;
  if (place === 'next') {
    let next = at + 1;
    while (next < at + 5 && benefit.purposeSkips.has(words[next]?.text ?? '')) next += 1;
    const verb = words[next];
    return (
      verb !== undefined &&
      !verb.afterBreak &&
      form.test(verb.text) &&
      !benefit.notInfinitives.has(verb.text)
    );
  }
  const isFree = at === 0 || word.afterBreak;
  if (!isFree && benefit.purposeTakers.has(words[at - 1]?.text ?? '')) return false;
  for (let i = at + 1; i < Math.min(words.length, at + REACH); i++) {
    const later = words[i];
    if (later === undefined || later.afterStop || (!isFree && later.afterBreak)) return false;
    if (form.test(later.text)) return true;
  }
  return false;
}

/** Between the end of the want and a benefit on its own there may be marks, not a heading. */
const GAP = /^[^\p{L}\p{N}#]*$/u;
const ALL = Number.POSITIVE_INFINITY;
/** Words enough to find the infinitive of an "um". */
const GLANCE = 26;

/** From the text of the want to the end of the story, as `readTail` does for English. */
export function readClauseTail(
  source: MaskedText,
  from: number,
  inTable: boolean,
  lexicon: ClauseWords,
): Tail {
  const end = findStoryEnd(source, from, inTable, lexicon);
  const words = scanClauseWords(source, from, end, ALL, lexicon);
  const inside = findClauseBenefit(words, lexicon);
  if (inside !== null) return { want: [from, inside.start], benefit: [inside.end, end] };
  const whole: Span = [from, end];
  if (words.length === 0) return { want: whole, benefit: null };
  const next = scanClauseWords(source, end, source.masked.length, GLANCE, lexicon);
  const outside = clauseBenefitAt(next, 0, lexicon);
  if (outside === null || !GAP.test(source.raw.slice(end, outside.start))) {
    return { want: whole, benefit: null };
  }
  const until = findStoryEnd(source, outside.end, inTable, lexicon);
  return { want: whole, benefit: [outside.end, until] };
}
