import { NOT_A_STORY } from './failure.js';
import { ENGLISH } from './languages/en.js';
import { findOpening } from './lead.js';
import type { Lexicon } from './lexicon.js';
import { maskMarkup } from './mask.js';
import { readSentence } from './read-sentence.js';
import { reject } from './reading.js';
import type { StoryReading } from './story.js';

/** The languages that are read; the first whose words open the text wins. */
const LANGUAGES: readonly Lexicon[] = [ENGLISH];

/**
 * How much of a text is read, after leading blanks. The longest of the 543 real stories in the
 * tests has 294 characters; nobody writes a sentence that goes on after this limit, and it keeps
 * the cost of a hostile line flat.
 */
export const READ_LIMIT = 4_096;

/**
 * Reads one user story as people write them: capitals, emphasis, list markers, labels, clauses
 * on lines of their own, "would like", "can", no benefit, no article. Never throws; linear in
 * the length of `text`, and at most `READ_LIMIT` characters are looked at.
 *
 * @returns the parts with their spans in `text`; `ok: false` with a reason and a `defect` for
 *   prose, bug reports, untouched placeholders, or a story without role or want.
 */
export function parseStory(text: string): StoryReading {
  const base = text.length - text.trimStart().length;
  const raw = text.slice(base, base + READ_LIMIT);
  const masked = maskMarkup(raw);
  for (const lexicon of LANGUAGES) {
    const opening = findOpening(masked, lexicon);
    if (opening !== null) return readSentence({ raw, masked, base, lexicon }, opening);
  }
  const message = raw === '' ? 'empty: write "As a …, I want …"' : NOT_A_STORY;
  return reject(
    { kind: 'not-a-story', span: [base, base + raw.length], message },
    ENGLISH.language,
  );
}
