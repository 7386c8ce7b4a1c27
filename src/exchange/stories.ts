import { parseStory } from '../story/parse-story.js';
import { splitStoryLines } from '../story/story-lines.js';
import { storyTitle } from '../story/story-title.js';
import { success } from '../text/problem.js';
import { createDraft, type ImportFormat } from './draft.js';

/** List markers, checkboxes, quotes and `#G08#` tags: they number a line, they say nothing. */
const marker = /^\s*(?:(?:#[\p{L}\p{N}_.-]{1,24}#|[-*+>]|\d{1,4}[.)]|\[[ xX]?\])\s+)*/u;

/** One story a line; blank lines hold none. A line that does not read as one is carried all the same. */
export const storiesFormat: ImportFormat = {
  id: 'stories',
  summary: 'one story a line',
  reads: 'text',
  read(text) {
    const drafts = splitStoryLines(text).map(({ line, text: whole }) => {
      const story = whole.replace(marker, '').trim();
      const reading = parseStory(story);
      const title = storyTitle(reading) || storyTitle({ want: story });
      const { reason } = reading;
      return createDraft({ place: `line ${line}`, type: 'story', title, body: story, reason });
    });
    return success({ drafts, notes: [] });
  },
};
