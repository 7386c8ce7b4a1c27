import { type Lexicon, matchPhrase } from './lexicon.js';
import { scanWords } from './words.js';

/** What may end a sentence. Each hit is looked at once, with a bounded look around. */
const CANDIDATE = /[.!?…]+|\n|\|/g;
const CLOSERS = /["'”’)\]\s]/;
const LIST_ITEM = /[ \t]{0,12}(?:[-+*•‣◦▪–—]|\d{1,3}[.)])[ \t]/y;
const OTHER_BLOCK =
  /[ \t]{0,3}(?:#{1,6}[ \t]|`{3}|~{3}|-{3,}[ \t]*\r?$|\*{3,}[ \t]*\r?$|={3,}[ \t]*\r?$)/my;
const WORD_BEFORE = /[\p{L}.]{1,8}$/u;

/** The words of a language that say where a story is over. */
export type EndWords = Pick<Lexicon, 'abbreviations' | 'blockOpeners' | 'sectionOpeners'>;

/** A text, and the same with its markup blanked out. */
export interface MaskedText {
  readonly raw: string;
  readonly masked: string;
}

/**
 * The offset where the sentence from `from` ends: at a full stop before a capital, a blank
 * line, a heading, a fence, a list item that is not a clause of the story, a line that opens
 * something else ("Acceptance criteria"), the end of a table cell, or the end of the text.
 */
export function findStoryEnd(
  { raw, masked }: MaskedText,
  from: number,
  inTable: boolean,
  lexicon: EndWords,
): number {
  let inList = false;
  CANDIDATE.lastIndex = from;
  for (let hit = CANDIDATE.exec(masked); hit !== null; hit = CANDIDATE.exec(masked)) {
    const at = hit.index;
    const after = at + hit[0].length;
    if (hit[0] === '|') {
      if (inTable) return at;
    } else if (hit[0] !== '\n') {
      if (endsSentence(masked, from, at, after, lexicon)) return at;
    } else {
      const kind = lineKind(raw, masked, after, lexicon);
      if (kind === 'other') return at;
      const before = masked.slice(Math.max(from, at - 40), at).trimEnd();
      inList ||= before === '' || before.endsWith(':');
      if (kind === 'item' && !inList) return at;
    }
    CANDIDATE.lastIndex = after;
  }
  return masked.length;
}

function endsSentence(
  masked: string,
  from: number,
  at: number,
  after: number,
  lexicon: EndWords,
): boolean {
  let next = after;
  while (next < after + 20 && CLOSERS.test(masked[next] ?? '')) next += 1;
  const gap = masked.slice(after, next);
  if (next >= masked.length) return gap.trim() === '' || /\s/.test(gap) || next === after;
  if (!/\s/.test(gap)) return false;
  if (!gap.includes('\n') && !/[\p{Lu}"“[(]/u.test(masked[next] ?? '')) return false;
  if (masked[at] !== '.') return true;
  const before = masked.slice(Math.max(from, at - 8), at);
  return !lexicon.abbreviations.has((WORD_BEFORE.exec(before)?.[0] ?? '').toLowerCase());
}

function lineKind(
  raw: string,
  masked: string,
  at: number,
  lexicon: EndWords,
): 'plain' | 'item' | 'other' {
  if (/^[ \t]*\r?(?:\n|$)/.test(masked.slice(at, at + 80)) && isBlankLine(raw, at)) return 'other';
  OTHER_BLOCK.lastIndex = at;
  if (OTHER_BLOCK.test(raw)) return 'other';
  if (opensOther(masked, at, lexicon)) return 'other';
  LIST_ITEM.lastIndex = at;
  return LIST_ITEM.test(raw) ? 'item' : 'plain';
}

/** "Notes:" always, "Given" and "As a" with a capital: a wrapped line may begin with "as a". */
function opensOther(masked: string, at: number, lexicon: EndWords): boolean {
  const words = scanWords(masked, at, Math.min(masked.length, at + 80), 4);
  const first = words[0];
  if (first === undefined) return false;
  if (
    /\p{Lu}/u.test(masked[first.start] ?? '') &&
    matchPhrase(lexicon.blockOpeners, words, 0) > 0
  ) {
    return true;
  }
  const taken = matchPhrase(lexicon.sectionOpeners, words, 0);
  const end = words[taken - 1]?.end;
  return end !== undefined && /^[ \t]*(?::|\r?\n|\r?$)/.test(masked.slice(end, end + 40));
}

function isBlankLine(raw: string, at: number): boolean {
  const end = raw.indexOf('\n', at);
  return raw.slice(at, end === -1 ? undefined : end).trim() === '';
}
