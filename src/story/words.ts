/** A word of a story and what parts it from the word before. */
export interface Word {
  /** In lower case, any apostrophe written `'`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Written with a capital. */
  readonly isCapital: boolean;
  /** Written in capitals throughout. */
  readonly isUpper: boolean;
  /** A comma, a dash, a line end … stands before it. */
  readonly afterBreak: boolean;
  /** A sentence or a paragraph ended before it. */
  readonly afterStop: boolean;
  /** It stands in parentheses that close again. */
  readonly inParens: boolean;
}

// One class, or a joint that must be followed by it: no two ways to match, hence linear.
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|\\?['’‘ʼ´](?=\p{L})|[-‐‑](?=[\p{L}\p{N}]))*/gu;
const UPPER = /^\p{Lu}+$/u;
const CAPITAL = /^\p{Lu}/u;
const BREAK = /[,;:.!?|\n–—(]|\s--?\s/;
/** "Dr. Smith": a full stop after so short a word need not end a sentence. */
const SHORT_WORD = 3;
/** How far a parenthesis may go. */
const LONGEST_PARENS = 200;
const STOP = /[.!?]["”’)\]]{0,3}\s|\n[ \t\r]*\n/;

/** Reads at most `limit` words of `masked` from `from` up to `to`. */
export function scanWords(masked: string, from: number, to: number, limit: number): Word[] {
  const words: Word[] = [];
  // A search beyond `to` for the next word would cost the whole text each time.
  const text = to < masked.length ? masked.slice(0, to) : masked;
  let previous = from;
  let parensEnd = from;
  WORD.lastIndex = from;
  while (words.length < limit) {
    const match = WORD.exec(text);
    if (match === null) break;
    const start = match.index;
    const end = start + match[0].length;
    const gap = text.slice(previous, start);
    if (start >= parensEnd && gap.includes('(')) {
      parensEnd = start + text.slice(start, start + LONGEST_PARENS).indexOf(')') + 1;
    }
    const written = match[0];
    words.push({
      text: normalise(written),
      isCapital: CAPITAL.test(written),
      isUpper: UPPER.test(written),
      start,
      end,
      afterBreak: BREAK.test(gap),
      afterStop: STOP.test(gap) && !isAbbreviated(words.at(-1), gap),
      inParens: start < parensEnd,
    });
    previous = end;
  }
  return words;
}

function isAbbreviated(word: Word | undefined, gap: string): boolean {
  return word !== undefined && word.end - word.start <= SHORT_WORD && /^\.[ \t]{1,2}$/.test(gap);
}

function normalise(word: string): string {
  return word.toLowerCase().replace(/\\?['’‘ʼ´]/g, "'");
}
