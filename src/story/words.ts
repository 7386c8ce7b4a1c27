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
  // A search beyond `to` for the next word would cost the whole text each time.
  const text = to < masked.length ? masked.slice(0, to) : masked;
  let previous = from;
  WORD.lastIndex = from;
  while (words.length < limit) {
    const match = WORD.exec(text);
    if (match === null) break;
    const start = match.index;
    const end = start + match[0].length;
    const gap = text.slice(previous, start);
    const written = match[0];
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
