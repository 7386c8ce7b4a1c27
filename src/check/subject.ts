import { allItems, type Backlog } from '../backlog/backlog.js';
import type { Item } from '../item/item.js';
import type { FoundStory } from '../story/reading.js';
import type { Day } from '../text/date.js';
import { lastFacts } from '../text/facts.js';
import type { Span } from '../text/span.js';
import { classify } from './classification.js';
import type { ForecastOf, Subject } from './define-rule.js';

/** Gives an item's story, or null when it has none. */
export type StoryOf = (item: Item) => FoundStory | null;

export interface SubjectOptions {
  /** All by default. */
  readonly items?: readonly Item[];
  readonly today?: Day | null;
  readonly forecastOf?: ForecastOf | null;
  readonly storyOf: StoryOf;
}

/** A backlog's readable documents as subjects, with the stories that `storyOf` gives. */
export function makeSubjects(
  backlog: Backlog,
  { items = allItems(backlog), today = null, forecastOf = null, storyOf }: SubjectOptions,
): readonly Subject[] {
  const view = openViews();
  return items.map((item) => {
    const { path, text, bodyStart } = item.document;
    const story = storyOf(item);
    const stories = story ? [story] : [];
    const classification = classify(backlog.settings, item);
    const given = { path, text, bodyStart, item, backlog, classification, today, forecastOf };
    return view({ ...given, story, stories });
  });
}

/** Gives files their views. Rules go from file to file, so that those of the last one are kept. */
export function openViews(): (file: Omit<Subject, 'view' | 'viewStory'>) => Subject {
  const ofFile = lastFacts();
  const ofStory = lastFacts();
  return (file) => {
    const subject: Subject = {
      ...file,
      view: (compute) => ofFile(subject, () => compute(subject), compute),
      viewStory: (story, compute) => ofStory(story, () => compute(story, subject), compute),
    };
    return subject;
  };
}

/** A span of the body as offsets in the file. */
export function inFile({ bodyStart }: Subject, [start, end]: Span): Span {
  return [bodyStart + start, bodyStart + end];
}
