import stringWidth from 'string-width';

/** Cells a text takes on a terminal: two for most of Chinese and Japanese, none for marks. */
export function displayWidth(text: string): number {
  // Printable ASCII, which most texts are, needs no look at each character.
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
}
