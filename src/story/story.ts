import type { Span } from '../text/span.js';

/**
 * The forms a story is read in.
 *
 * - `connextra`: As a ROLE, I want WANT, so that BENEFIT
 * - `feature-injection`: In order to BENEFIT, as a ROLE, I want WANT
 * - `job-story`: When CONDITION, I want to WANT, so I can BENEFIT (it has no role)
 */
export type StoryFormat = 'connextra' | 'feature-injection' | 'job-story';

/** Where the parts stand, as `[start, end)` in UTF-16 units of the text that was read. */
export interface StorySpans {
  readonly role?: Span;
  readonly want?: Span;
  readonly benefit?: Span;
  /** With the word that opens it: "when I create a page". */
  readonly condition?: Span;
}

/**
 * The parts of a story, each exactly as written: `text.slice(...spans.role) === role`.
 * A role comes without its article, a want without "I want" and the "to" after it, a benefit
 * without "so that". A refused want keeps its refusal: "don't want to see ads".
 */
export interface StoryParts {
  readonly format: StoryFormat;
  /** The language the story was read in, as a BCP 47 tag. */
  readonly language: string;
  readonly role: string | null;
  readonly want: string | null;
  readonly benefit: string | null;
  readonly spans: StorySpans;
}

/** What keeps a text from being a story; the kinds that a check may report on their own. */
export type StoryDefectKind = 'no-role' | 'no-want' | 'placeholder' | 'not-a-story';

export interface StoryDefect {
  readonly kind: StoryDefectKind;
  /** The place to point at: the faulty words, or where the missing ones belong. */
  readonly span: Span;
  /** In plain words, with what to write instead. */
  readonly message: string;
}

/** A well-formed story. */
interface ReadStory extends StoryParts {
  readonly ok: true;
  readonly reason: null;
  readonly defect: null;
}

/** What is not one, with the parts that were found all the same. */
export interface UnreadStory extends Omit<StoryParts, 'format'> {
  readonly ok: false;
  readonly format: StoryFormat | null;
  /** The same words as `defect.message`. */
  readonly reason: string;
  readonly defect: StoryDefect;
}

export type StoryReading = ReadStory | UnreadStory;
