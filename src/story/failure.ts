import { cutText } from '../text/cut.js';
import type { Span } from '../text/span.js';
import type { Lexicon } from './lexicon.js';
import { type FoundSpans, reject } from './reading.js';
import type { StoryDefectKind, StoryFormat, UnreadStory } from './story.js';
import type { MaskedText } from './story-end.js';

/** The part of a text that is read, and where it stands in the whole. */
export interface Source extends MaskedText {
  readonly base: number;
  readonly lexicon: Lexicon;
}

export const NO_ROLE = 'no role: begin with "As a …"';
export const NO_WANT = 'no want: say "I want …"';
export const NOT_A_STORY = 'not a story: begin with "As a …, I want …"';

/** Says why a text is no story; `span` in the offsets of the source. */
export type Fail = (
  kind: StoryDefectKind,
  span: Span,
  message: string,
  found?: FoundSpans,
) => UnreadStory;

/** What is not a story has no parts: a role found in prose would only mislead. */
export function failIn(source: Source, format: StoryFormat | null): Fail {
  return (kind, span, message, found = {}) => {
    const { base, raw, lexicon } = source;
    const defect = { kind, span: [span[0] + base, span[1] + base] as const, message };
    return kind === 'not-a-story'
      ? reject(defect, lexicon.language)
      : reject(defect, lexicon.language, found, raw, base, format);
  };
}

/** A few words of the text, for a message. */
export function quote(text: string): string {
  const plain = text.replace(/\s+/g, ' ').replace(/^[\s,]+|[\s,]+$/g, '');
  return `"${cutText(plain, 60)}"`;
}
