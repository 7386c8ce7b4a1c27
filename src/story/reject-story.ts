import { cutText } from '../text/cut.js';
import type { Span } from '../text/span.js';
import { type FoundSpans, reject } from './reading.js';
import type { StoryDefectKind, StoryFormat, UnreadStory } from './story.js';

/** What the messages of a language tell to write. */
export interface Hints {
  readonly role: string;
  readonly want: string;
}

/** How far a text was read, for saying why it is no story. */
export interface Attempt {
  readonly raw: string;
  readonly base: number;
  readonly language: string;
  readonly hints: Hints;
  readonly format: StoryFormat | null;
  readonly found: FoundSpans;
}

/** A rejection with the parts found so far, its message in words that the language writes. */
export function rejectStory(
  attempt: Attempt,
  kind: StoryDefectKind,
  span: Span,
  why: 'role' | 'want' | 'fault' | 'question' | 'prose' | 'purpose',
): UnreadStory {
  const { raw, base, language, hints, found } = attempt;
  const messages = {
    role: `no role: begin with "${hints.role}"`,
    want: `no want: say "${hints.want}"`,
    fault: `reads as a bug report: no want: say "${hints.want}"`,
    question: `reads as a question: no want: say "${hints.want}"`,
    prose: `not a story: begin with "${hints.role}, ${hints.want}"`,
    purpose: `no role: begin with "${hints.role}", or say what for`,
  };
  const defect = {
    kind,
    span: [span[0] + base, span[1] + base] as const,
    message: messages[why],
  };
  return kind === 'not-a-story'
    ? reject(defect, language)
    : reject(defect, language, found, raw, base, attempt.format);
}

/** A part that still is what a template left there. */
export function rejectPlaceholder(
  attempt: Attempt,
  part: 'role' | 'want' | 'benefit',
  span: Span,
): UnreadStory {
  const { raw, base, language, found, format } = attempt;
  const written = raw
    .slice(...span)
    .replace(/\s+/g, ' ')
    .trim();
  const shown = written === '' ? '…' : cutText(written, 60);
  const message = `the ${part} is still a placeholder: "${shown}"`;
  const defect = { kind: 'placeholder', span: [span[0] + base, span[1] + base], message } as const;
  return reject(defect, language, { ...found, [part]: null }, raw, base, format);
}
