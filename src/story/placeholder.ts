import type { Lexicon } from './lexicon.js';

// Bounded, so that a text of opening brackets stays linear.
const BRACKETED =
  /\{\{[^{}]{0,80}\}\}|\{[^{}]{0,80}\}|\[[^[\]]{0,80}\]|<[^<>]{0,80}>|%[^%\s]{1,40}%|\$[A-Z_]{1,40}|_{3,}|\.{2,}|…|\?{2,}/g;
const TAG = /<\/?(?:b|i|u|em|strong|code|span)>/gi;
const REFERENCE_LINK = /\[([^[\]]{1,80})\]\[[^[\]]{1,80}\]/g;
const FILLER = /^(?:\s|[,.;:()/"'*~`_-]|\b(?:to|a|an|the|in|of|my|on|i|can|be|and|or)\b)*$/i;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
/** Most parts have no mark of those above: nothing to take away and nothing to find. */
const UNMARKED = /^[\p{L}\p{N}\s,;:'’()-]*$/u;
/** A template is short; a longer part surely says something. */
const LONGEST = 300;

/**
 * Whether a part still is what a template left there: `[persona]`, `{{role}}`, `____`, `…`,
 * "type of user", or marks without a word.
 */
export function isPlaceholder(part: string, lexicon: Pick<Lexicon, 'placeholders'>): boolean {
  if (part.length > LONGEST) return false;
  const isUnmarked = UNMARKED.test(part);
  const text = isUnmarked ? part : withoutMarkup(part);
  if (/[^\s,;:]/.test(text) && !/[\p{L}\p{N}]/u.test(text)) return true;
  if (lexicon.placeholders.has(text.toLowerCase().replace(EDGES, ''))) return true;
  if (isUnmarked) return false;
  const rest = text.replace(BRACKETED, '');
  return rest.length < text.length && FILLER.test(rest);
}

function withoutMarkup(part: string): string {
  return part
    .replace(TAG, '')
    .replace(REFERENCE_LINK, '$1')
    .replace(/\\(?=[[\]<>{}_])/g, '');
}
