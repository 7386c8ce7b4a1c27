import { graphemesOf } from '../text/cut.js';
import { displayWidth } from '../text/display-width.js';

/**
 * Pixels a text takes, about: a drawing is made without knowing the reader's fonts. Rather too
 * much than too little: capitals and digits, of which ids are made, are wider than the rest.
 */
export function estimateWidth(content: string, fontSize: number): number {
  const wide = content.match(/[A-Z0-9@%]/g)?.length ?? 0;
  return (displayWidth(content) * 0.57 + wide * 0.1) * fontSize;
}

/** The text, cut with … where it would be wider than so many pixels. */
export function fitText(content: string, fontSize: number, width: number): string {
  if (estimateWidth(content, fontSize) <= width) return content;
  const characters = [...graphemesOf(content)];
  while (characters.length > 1 && estimateWidth(`${characters.join('')}…`, fontSize) > width) {
    characters.pop();
  }
  return `${characters.join('').trimEnd()}…`;
}
