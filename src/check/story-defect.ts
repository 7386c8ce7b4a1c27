import type { StoryDefect, StoryDefectKind } from '../story/story.js';
import type { Report, Subject } from './define-rule.js';
import { needsStory } from './lifecycle.js';

const none: readonly never[] = [];

/** A report for each story whose defect is of one of the kinds: one defect, one rule. */
export function reportDefects(
  subject: Subject,
  kinds: readonly StoryDefectKind[],
): readonly Report[] {
  const defects = subject.view(readDefects);
  if (defects.length === 0) return none;
  return defects
    .filter(({ kind }) => kinds.includes(kind))
    .map((defect) => reportDefect(subject, defect));
}

function readDefects(subject: Subject): readonly StoryDefect[] {
  if (!needsStory(subject)) return none;
  if (subject.stories.length === 0) {
    // A file outside any backlog may be a guide.
    if (subject.item === null) return none;
    const message = 'there is no story: write "As a …, I want …, so that …"';
    return [{ kind: 'not-a-story', span: [0, 0], message }];
  }
  return subject.stories.map(({ reading }) => reading.defect).filter((defect) => defect !== null);
}

/** Where in the file a defect of the body stands. */
function reportDefect({ bodyStart, text }: Subject, { span, message }: StoryDefect): Report {
  const [start, end] = span;
  const blank = /^\s*/.exec(text.slice(bodyStart))?.[0].length ?? 0;
  // A missing story is missed where the body's first words stand.
  const shift = bodyStart + (end === 0 ? blank : 0);
  return { message, at: { span: [shift + start, shift + end] } };
}
