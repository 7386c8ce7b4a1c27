import { fitStart } from '../text/cut.js';
import { displayWidth } from '../text/display-width.js';
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

/** What says nothing in the titles of other languages. */
const PADDINGS: Readonly<Record<string, RegExp>> = {
  de: /^(?:dass|zu|in der Lage sein,?(?: zu)?|die Möglichkeit haben,?|die Möglichkeit,)\s+(?=\S)/iu,
  fr: /^(?:(?:pouvoir|de|que|avoir la possibilité de|être capable de)\s+|(?:d|qu|avoir la possibilité d)['’])(?=\S)/iu,
  es: /^(?:poder|que|de|tener la posibilidad de|ser capaz de)\s+(?=\S)/iu,
  pt: /^(?:poder|que|de|ter a possibilidade de|ser capaz de|conseguir)\s+(?=\S)/iu,
  it: /^(?:poter|potere|che|di|avere la possibilità di|essere in grado di)\s+(?=\S)/iu,
  nl: /^(?:kunnen|dat|om|te|de mogelijkheid hebben om|in staat zijn om)\s+(?=\S)/iu,
  pl: /^(?:móc|aby|żeby|mieć możliwość)\s+(?=\S)/iu,
  zh: /^(?:能够|能夠|能|可以)(?=[^力量])/u,
};

/**
 * A short title for an item, from what is wanted: "I want to be able to see X" → "See X".
 * At most 72 characters, cut between words, and at most 72 columns where no blanks part them;
 * empty when the story has no want. Without a `language` it is taken for English.
 */
export function storyTitle(
  reading: Pick<StoryParts, 'want'> & Partial<Pick<StoryParts, 'language'>>,
): string {
  const want = maskMarkup((reading.want ?? '').slice(0, 1_000))
    .replace(/\s+/g, ' ')
    .trim();
  const language = reading.language?.split('-', 1)[0] ?? 'en';
  if (language === 'en') return capitalise(shorten(dropPadding(want.replace(REFUSAL, "don't "))));
  const padding = PADDINGS[language];
  const bare = padding === undefined ? want : want.replace(padding, '');
  if (language === 'ja' || language === 'zh') return shortenToWidth(bare);
  const title = shorten(bare);
  return language === 'tr' ? capitalise(title.replace(/^i/, 'İ')) : capitalise(title);
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
  let cut = space > 20 ? title.slice(0, space) : fitStart(title, LONGEST);
  for (let round = 0; round < 3; round++)
    cut = cut.replace(/[\s,;:.(–—-]+$/, '').replace(DANGLING, '');
  return cut;
}

/** Cut where a column ends, since there are no blanks; latin words are not capitalised. */
function shortenToWidth(title: string): string {
  return fitStart(title.replace(closing, ''), LONGEST, displayWidth).replace(closing, '');
}

const closing = /[\s，。、；：,.;:]+$/u;

/** "iOS", "npm.js" and "eBay" keep their own spelling. */
function capitalise(title: string): string {
  const first = title.split(' ', 1)[0] ?? '';
  if (/\p{Lu}/u.test(first) || /[.@]\p{L}/u.test(first)) return title;
  const initial = String.fromCodePoint(title.codePointAt(0) ?? 32);
  return title === '' ? '' : initial.toUpperCase() + title.slice(initial.length);
}
