/** A word of a story and what parts it from the word before. */
export interface Word {
  /** In lower case, any apostrophe written `'`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Written with a capital. */
  readonly isCapital: boolean;
  /** A comma, a dash, a line end … stands before it. */
  readonly afterBreak: boolean;
  /** A sentence or a paragraph ended before it. */
  readonly afterStop: boolean;
}

// One class, or a joint that must be followed by it: no two ways to match, hence linear.
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|\\?['’‘ʼ´](?=\p{L})|[-‐‑](?=[\p{L}\p{N}]))*/gu;
const CAPITAL = /^\p{Lu}/u;
const BREAK = /[,;:.!?|\n–—(]|\s--?\s/;
const STOP = /[.!?]["”’)\]]{0,3}(?:\s|$)|\n[ \t\r]*\n/;

/** Reads at most `limit` words of `masked` from `from` up to `to`. */
export function scanWords(masked: string, from: number, to: number, limit: number): Word[] {
  const words: Word[] = [];
  let previous = from;
  WORD.lastIndex = from;
  while (words.length < limit) {
    const match = WORD.exec(masked);
    if (match === null || match.index >= to) break;
    const start = match.index;
    const end = Math.min(start + match[0].length, to);
    const gap = masked.slice(previous, start);
    const written = masked.slice(start, end);
    words.push({
      text: normalise(written),
      isCapital: CAPITAL.test(written),
      start,
      end,
      afterBreak: BREAK.test(gap),
      afterStop: STOP.test(gap),
    });
    previous = end;
  }
  return words;
}

function normalise(word: string): string {
  return word.toLowerCase().replace(/\\?['’‘ʼ´]/g, "'");
}
