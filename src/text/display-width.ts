import stringWidth from 'fast-string-width';

/** Marks that show nothing of their own, which the package gives a cell; not those in emoji. */
const UNSEEN = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** Cells a text takes on a terminal: two for most of Chinese and Japanese, none for marks. */
export function displayWidth(text: string): number {
  // Printable ASCII, which most texts are, needs no look at each character.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  // Letters that are put together from their parts are as wide as those that are not.
  return stringWidth(text.normalize('NFC').replace(UNSEEN, ''));
}
