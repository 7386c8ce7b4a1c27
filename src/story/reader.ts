import type { StoryReading } from './story.js';
import type { MaskedText } from './story-end.js';

/** A reading, and where its first word stands (past bullets and labels). */
export interface LocatedStory {
  readonly reading: StoryReading;
  readonly at: number;
  /** The words after the opener surely name no role, whatever other languages make of them. */
  readonly isProse?: boolean;
}

/** The part of a text that is read; `base` is where it stands in the whole. */
export interface StoryText extends MaskedText {
  readonly base: number;
}

/** One language that stories are read in. */
export interface StoryReader {
  /** BCP 47 tag. */
  readonly language: string;
  /** Two languages that share openers and want phrases are told apart by how often these occur. */
  readonly marks?: RegExp;
  /**
   * Null when nothing opens a story in this language. With `isExpected` the caller named the
   * language: a role alone then is a story without a want, and not a word like "come".
   */
  locate(text: StoryText, isExpected: boolean): LocatedStory | null;
  /** Cheap and not final: whether a story may open in `text`. */
  mayHold(text: string): boolean;
  /** Whether a paragraph begins like a later clause of a story: "I want", "so that". */
  mayGoOn(text: string): boolean;
  /** Where sentences inside `text` open a role: "It is slow. As a host, I want …". */
  findInnerOpenings(text: string): readonly number[];
}
