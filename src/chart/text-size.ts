import { displayWidth } from '../text/display-width.js';

/** Pixels a text takes, about: a drawing is made without knowing the reader's fonts. */
export function estimateWidth(content: string, fontSize: number): number {
  return displayWidth(content) * fontSize * 0.56;
}

/** The text, cut with … where it would be wider than so many pixels. */
export function fitText(content: string, fontSize: number, width: number): string {
  if (estimateWidth(content, fontSize) <= width) return content;
  const characters = [...content];
  while (characters.length > 1 && estimateWidth(`${characters.join('')}…`, fontSize) > width) {
    characters.pop();
  }
  return `${characters.join('').trimEnd()}…`;
}
