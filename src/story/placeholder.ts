import type { Lexicon } from './lexicon.js';

// Bounded, so that a text of opening brackets stays linear.
const BRACKETED =
  /\{\{[^{}]{0,80}\}\}|\{[^{}]{0,80}\}|\[[^[\]]{0,80}\]|<[^<>]{0,80}>|%[^%\s]{1,40}%|_{3,}|\.{2,}|…|\?{2,}/g;
const FILLER = /^(?:\s|[,.;:()/"'*~`_-]|\b(?:to|a|an|the|in|of|my|on|i|can|be|and|or)\b)*$/i;
/** A template is short; a longer part surely says something. */
const LONGEST = 300;

/** Whether a part still is what a template left there: `[persona]`, `{{role}}`, `____`, `…`. */
export function isPlaceholder(part: string, lexicon: Lexicon): boolean {
  if (part.length > LONGEST) return false;
  const plain = part
    .toLowerCase()
    .replace(/[.…*_`]+/g, ' ')
    .trim();
  if (lexicon.placeholders.has(plain)) return true;
  const rest = part.replace(BRACKETED, '');
  return rest.length < part.length && FILLER.test(rest);
}
