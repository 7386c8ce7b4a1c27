import { beginsClause, findSentenceOpenings, hasOpener } from './candidates.js';
import { NOT_A_STORY } from './failure.js';
import { ENGLISH } from './languages/en.js';
import { findCellEnd, findOpening } from './lead.js';
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
  return locateStory(text).reading;
}

/** A reading, and where its first word stands (past bullets and labels). */
export interface LocatedStory {
  readonly reading: StoryReading;
  readonly at: number;
}

/** The same as `parseStory`, with the place of the story. */
export function locateStory(text: string): LocatedStory {
  const base = text.length - text.trimStart().length;
  const raw = text.slice(base, base + READ_LIMIT);
  const masked = maskMarkup(raw);
  for (const lexicon of LANGUAGES) {
    const opening = findOpening(masked, lexicon);
    if (opening === null) continue;
    const end = findCellEnd(masked, opening.at);
    const source = { raw: raw.slice(0, end), masked: masked.slice(0, end), base, lexicon };
    return { reading: readSentence(source, opening), at: base + opening.at };
  }
  const message = raw === '' ? 'empty: write "As a …, I want …"' : NOT_A_STORY;
  const span = [base, base + raw.length] as const;
  return { reading: reject({ kind: 'not-a-story', span, message }, ENGLISH.language), at: base };
}

/** Whether `text` has a word that a story may open with, in any language; cheap and not final. */
export function mayHoldStory(text: string): boolean {
  return LANGUAGES.some((lexicon) => hasOpener(text, lexicon));
}

/** Whether a paragraph begins like a later clause of a story: "I want", "so that". */
export function mayGoOn(text: string): boolean {
  return LANGUAGES.some((lexicon) => beginsClause(text, lexicon));
}

/** Where sentences inside `text` open a role: "It is slow. As a host, I want …". */
export function findInnerOpenings(text: string): readonly number[] {
  return LANGUAGES.flatMap((lexicon) => findSentenceOpenings(text, lexicon));
}
