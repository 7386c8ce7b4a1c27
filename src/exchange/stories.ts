import { parseStory } from '../story/parse-story.js';
import { splitStoryLines } from '../story/story-lines.js';
import { storyTitle } from '../story/story-title.js';
import { isBlank, stripUnprintable } from '../text/printable.js';
import { success } from '../text/problem.js';
import { hashText } from '../text/random.js';
import { createDraft, type Draft, foreignTitle, type ImportFormat, sourceName } from './draft.js';
import { type ImportNote, importNote } from './import-note.js';

/** List markers, checkboxes, quotes and `#G08#` tags: they number a line, they say nothing. */
const marker = /^\s*(?:(?:#[\p{L}\p{N}_.-]{1,24}#|[-*+>•‣–—]|\d{1,4}[.)]|\[[ xX]?\])(?:\s+|$))*/u;
const comment = /^\s*<!--.*-->\s*$/;
const heading = /^\s*(?:#{1,6}|\/\/)\s/;

/**
 * One story a line; blank lines and comments hold none. A line that does not read as one is carried
 * all the same. A line is known by its text: whoever edits it has another.
 */
export const storiesFormat: ImportFormat = {
  id: 'stories',
  summary: 'one story per line',
  reads: 'text',
  read(text, { origin, file }) {
    const drafts: Draft[] = [];
    const notes: ImportNote[] = [];
    const counts = new Map<string, number>();
    for (const { line, text: whole } of splitStoryLines(text)) {
      const place = `line ${line}`;
      const written = whole.replace(marker, '').trim();
      const story = stripUnprintable(written);
      if (isBlank(story) || comment.test(whole)) continue;
      if (heading.test(whole)) {
        notes.push(importNote('left', 'headings and comments', 'no stories', place));
        continue;
      }
      if (story !== written) notes.push(importNote('left', 'control characters', '', place));
      const key = hashText(normalize(story));
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      const reading = parseStory(story);
      const title = foreignTitle(storyTitle(reading) || storyTitle({ want: story }));
      drafts.push(
        createDraft({
          place,
          source: sourceName(
            'stories',
            origin ?? file ?? null,
            count === 1 ? key : `${key}-${count}`,
          ),
          type: 'story',
          title,
          body: story,
          reason: reading.reason,
        }),
      );
    }
    return success({ drafts, notes, isByText: true });
  },
};

/** A capital, a blank or a full stop more makes no other story. */
function normalize(story: string): string {
  return story
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s.!;,]+$/, '');
}
