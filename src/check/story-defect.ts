import type { StoryDefect } from '../story/story.js';
import type { Report, Subject } from './define-rule.js';
import { asksForStory } from './subject.js';

/** Kinds of defect as the rules tell them apart: one defect, one finding, by one rule. */
export function readDefect(subject: Subject): StoryDefect | null {
  if (!asksForStory(subject)) return null;
  const { story } = subject;
  if (story === null) {
    const message = 'there is no story: write "As a …, I want …, so that …"';
    return { kind: 'not-a-story', span: [0, 0], message };
  }
  return story.reading.defect;
}

/** Where in the file a defect of the body stands. */
export function reportDefect({ bodyStart, text }: Subject, defect: StoryDefect): Report {
  const blank = /^\s*/.exec(text.slice(bodyStart))?.[0].length ?? 0;
  const [start, end] = defect.span;
  // A missing story is missed where the body's first words stand.
  const shift = bodyStart + (end === 0 ? blank : 0);
  return { message: defect.message, at: { span: [shift + start, shift + end] } };
}
