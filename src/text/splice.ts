import type { Span } from './span.js';

/** Puts `text` in the place of `span`; an empty span inserts, an empty text deletes. */
export interface Splice {
  readonly span: Span;
  readonly text: string;
}

/**
 * The text with every splice made at once: spans are offsets into the text as given. Two splices
 * at one point keep the order they have in the list. Throws when two overlap, as that is a bug.
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = splices
    .map((splice, index) => ({ ...splice, index }))
    .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1] || a.index - b.index);
  let result = '';
  let position = 0;
  for (const { span, text: replacement } of ordered) {
    const [start, end] = span;
    if (start < position || end < start || end > text.length) {
      throw new RangeError(`splice ${start}–${end} overlaps another or lies outside the text`);
    }
    result += text.slice(position, start) + replacement;
    position = end;
  }
  return result + text.slice(position);
}
