import { maskMarkup } from './mask.js';
import type { StoryParts } from './story.js';

/** Titles are read in lists beside other columns; git's subject line has the same measure. */
const LONGEST = 72;

/** What opens a want and says nothing in a title. */
const PADDING =
  /^(?:to|be able to|be allowed to|that|the ability to|an ability to|the ability of|the option to|an option to|the possibility to|the opportunity to|a way to|have the ability to|have the option to|have the possibility to|have a way to|have)\s+(?=\S)/i;
const REFUSAL =
  /^(?:(?:don['’]t|do not|would not|wouldn['’]t)\s+(?:want|wish|like|expect)\s+to|(?:should not|shouldn['’]t|must not|mustn['’]t))\s+(?=\S)/i;
const DANGLING =
  /\s+(?:a|an|the|and|or|of|to|in|on|for|with|by|from|that|which|my|our|as|at|so|is|are)$/i;

/**
 * A short title for an item, from what is wanted: "I want to be able to see X" → "See X".
 * At most 72 characters, cut between words; empty when the story has no want.
 */
export function storyTitle(reading: Pick<StoryParts, 'want'>): string {
  const want = maskMarkup((reading.want ?? '').slice(0, 1_000))
    .replace(/\s+/g, ' ')
    .trim();
  const title = shorten(dropPadding(want.replace(REFUSAL, "don't ")));
  return capitalise(title);
}

function dropPadding(want: string): string {
  let rest = want;
  // "to have the ability to be able to": each round takes one of them.
  for (let round = 0; round < 4; round++) {
    const shorter = rest.replace(PADDING, '');
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

function shorten(title: string): string {
  if (title.length <= LONGEST) return title.replace(/[\s,;:.–—-]+$/, '');
  const space = title.lastIndexOf(' ', LONGEST);
  let cut = title.slice(0, space > 20 ? space : LONGEST).replace(/[\ud800-\udbff]$/, '');
  for (let round = 0; round < 3; round++)
    cut = cut.replace(/[\s,;:.(–—-]+$/, '').replace(DANGLING, '');
  return cut;
}

/** "iOS", "npm.js" and "eBay" keep their own spelling. */
function capitalise(title: string): string {
  const first = title.split(' ', 1)[0] ?? '';
  if (/\p{Lu}/u.test(first) || /[.@]\p{L}/u.test(first)) return title;
  const initial = String.fromCodePoint(title.codePointAt(0) ?? 32);
  return title === '' ? '' : initial.toUpperCase() + title.slice(initial.length);
}
