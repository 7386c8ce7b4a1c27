import { parseStory } from '../story/parse-story.js';
import { splitStoryLines } from '../story/story-lines.js';
import { storyTitle } from '../story/story-title.js';

/** One story of a text with one a line, ready to become an item. */
export interface ReadLine {
  readonly line: number;
  readonly title: string;
  /** The sentence as written, without the list marker or tag before it. */
  readonly story: string;
  /** Why it does not read as a story, or null. */
  readonly reason: string | null;
}

/** List markers, checkboxes, quotes and `#G08#` tags: they number a line, they say nothing. */
const marker = /^\s*(?:(?:#[\p{L}\p{N}_.-]{1,24}#|[-*+>]|\d{1,4}[.)]|\[[ xX]?\])\s+)*/u;

/** The stories of a text with one a line; blank lines hold none. */
export function readStories(text: string): readonly ReadLine[] {
  return splitStoryLines(text).map(({ line, text: whole }) => {
    const story = whole.replace(marker, '').trim();
    const reading = parseStory(story);
    const title = storyTitle(reading) || storyTitle({ want: story });
    return { line, title, story, reason: reading.reason };
  });
}
