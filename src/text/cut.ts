import { displayWidth } from './display-width.js';

const ellipsis = '…';

/** What a person sees as one letter each: flags, families and letters with marks stay whole. */
export function graphemesOf(text: string): readonly string[] {
  if (/^[\x20-\u02ff]*$/.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Made once, where first needed: it takes milliseconds. */
let segmenter: Intl.Segmenter | undefined;

/** A text of at most `length` UTF-16 units, the rest as dots. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : withDots(fitStart(text, length - 1, lengthOf));
}

/** A text of at most `room` cells of a terminal, the rest as dots. */
export function cutToWidth(text: string, room: number): string {
  return displayWidth(text) <= room ? text : withDots(fitStart(text, room - 1, displayWidth));
}

/** As many letters from the start of a text as fit into a room, each as large as `sizeOf` says. */
export function fitStart(
  text: string,
  room: number,
  sizeOf: (letter: string) => number = lengthOf,
): string {
  let end = 0;
  let used = 0;
  // No letter takes more than a few dozen units: what is far behind the room is never looked at.
  for (const letter of graphemesOf(text.slice(0, Math.max(0, room) * 32))) {
    used += sizeOf(letter);
    if (used > room) break;
    end += letter.length;
  }
  return text.slice(0, end);
}

function lengthOf(letter: string): number {
  return letter.length;
}

function withDots(start: string): string {
  return `${start.trimEnd()}${ellipsis}`;
}
