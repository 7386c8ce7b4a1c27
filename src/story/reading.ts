import type { Span } from '../text/span.js';
import type { StoryDefect, StoryFormat, StoryReading, StorySpans, UnreadStory } from './story.js';

/** A story in a Markdown body; all offsets count from the beginning of that body. */
export interface FoundStory {
  readonly reading: StoryReading;
  /** From the first word of the story to the end of its last part. */
  readonly span: Span;
}

/** The spans found so far, in the offsets of the text given by the caller. */
export interface FoundSpans {
  readonly role?: Span | null;
  readonly want?: Span | null;
  readonly benefit?: Span | null;
  readonly condition?: Span | null;
}

/** A well-formed story from its spans. */
export function accept(
  text: string,
  base: number,
  format: StoryFormat,
  language: string,
  found: FoundSpans,
): StoryReading {
  return { ok: true, reason: null, defect: null, format, ...partsOf(text, base, language, found) };
}

/** No story, because of `defect`, whose span is already in the caller's offsets. */
export function reject(
  defect: StoryDefect,
  language: string,
  found: FoundSpans = {},
  text = '',
  base = 0,
  format: StoryFormat | null = null,
): UnreadStory {
  const parts = partsOf(text, base, language, found);
  return { ok: false, reason: defect.message, defect, format, ...parts };
}

function partsOf(text: string, base: number, language: string, found: FoundSpans) {
  const slice = (span: Span | null | undefined): string | null =>
    span == null ? null : text.slice(span[0], span[1]);
  return {
    language,
    role: slice(found.role),
    want: slice(found.want),
    benefit: slice(found.benefit),
    spans: moveSpans(found, base),
  };
}

/** The same spans in a text that begins so many characters earlier. */
export function moveSpans({ role, want, benefit, condition }: FoundSpans, by: number): StorySpans {
  const moved: { -readonly [part in keyof StorySpans]: Span } = {};
  if (role != null) moved.role = moveSpan(role, by);
  if (want != null) moved.want = moveSpan(want, by);
  if (benefit != null) moved.benefit = moveSpan(benefit, by);
  if (condition != null) moved.condition = moveSpan(condition, by);
  return moved;
}

export function moveSpan([start, end]: Span, by: number): Span {
  return [start + by, end + by];
}
