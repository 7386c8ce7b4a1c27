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
/** Most words; nothing of them is to be changed or looked at. */
const SMALL = /^[a-z]+$/;
const UPPER = /^\p{Lu}+$/u;
const CAPITAL = /^\p{Lu}/u;
const BREAK = /[,;:.!?|\n–—(]|\s--?\s/;
const BLANK = 0x20;
const COMMA = 0x2c;
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
  while (words.length < limit) {
    let start = text.charCodeAt(previous) === BLANK ? previous + 1 : previous;
    let end = plainWordEnd(text, start);
    if (end === -1) {
      WORD.lastIndex = previous;
      const match = WORD.exec(text);
      if (match === null) break;
      start = match.index;
      end = start + match[0].length;
    }
    const written = text.slice(start, end);
    // One blank parts most words, and says nothing.
    const gap = start - previous < 2 && text[previous] === ' ' ? '' : text.slice(previous, start);
    if (gap !== '' && start >= parensEnd && gap.includes('(')) {
      parensEnd = start + text.slice(start, start + LONGEST_PARENS).indexOf(')') + 1;
    }
    const isSmall = SMALL.test(written);
    words.push({
      text: isSmall ? written : normalise(written),
      isCapital: !isSmall && CAPITAL.test(written),
      isUpper: !isSmall && UPPER.test(written),
      start,
      end,
      afterBreak: gap !== '' && BREAK.test(gap),
      afterStop: gap !== '' && STOP.test(gap) && !isAbbreviated(words.at(-1), gap),
      inParens: start < parensEnd,
    });
    previous = end;
  }
  return words;
}

/** The end of a word of ASCII at `at`, the usual case; -1 where the pattern has to look. */
function plainWordEnd(text: string, at: number): number {
  let end = at;
  while (isPlain(text.charCodeAt(end))) end += 1;
  const next = text.charCodeAt(end);
  const isOver = next === BLANK || next === COMMA || end === text.length;
  return isOver && end > at ? end : -1;
}

function isPlain(code: number): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

function isAbbreviated(word: Word | undefined, gap: string): boolean {
  return word !== undefined && word.end - word.start <= SHORT_WORD && /^\.[ \t]{1,2}$/.test(gap);
}

function normalise(word: string): string {
  return word.toLowerCase().replace(/\\?['’‘ʼ´]/g, "'");
}
