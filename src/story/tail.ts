import type { Span } from '../text/span.js';
import { benefitAt, findBenefit } from './benefit.js';
import type { Lexicon } from './lexicon.js';
import { findStoryEnd, type MaskedText } from './story-end.js';
import { scanWords } from './words.js';

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
