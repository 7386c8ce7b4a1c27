import type { Span } from '../../text/span.js';
import type { MaskedText } from '../story-end.js';
import { findStoryEnd } from '../story-end.js';
import type { Tail } from '../tail.js';
import { clauseBenefitAt, findClauseBenefit } from './clause-benefit.js';
import type { ClauseWords } from './clause-lexicon.js';
import { scanClauseWords } from './clause-words.js';

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
