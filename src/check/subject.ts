import { allItems, type Backlog } from '../backlog/backlog.js';
import type { Settings } from '../backlog/settings.js';
import { bodyOf } from '../item/document.js';
import { splitFrontmatter } from '../item/frontmatter.js';
import type { Item } from '../item/item.js';
import { findStory } from '../story/find-story.js';
import type { FoundStory } from '../story/reading.js';
import type { Day } from '../text/date.js';
import { lastFacts } from '../text/facts.js';
import type { Span } from '../text/span.js';
import type { ForecastOf, Subject } from './define-rule.js';
import { findStories } from './language/find-stories.js';
import { isStoryType, readStanding } from './standing.js';

/** Gives an item's story, or null when it has none. */
export type StoryOf = (item: Item) => FoundStory | null;

export interface SubjectOptions {
  /** All by default. */
  readonly items?: readonly Item[];
  readonly today?: Day | null;
  readonly forecastOf?: ForecastOf | null;
  /** Where stories are known already. */
  readonly storyOf?: StoryOf;
}

/** A backlog's readable documents as subjects. */
export function listSubjects(
  backlog: Backlog,
  {
    items = allItems(backlog),
    today = null,
    forecastOf = null,
    storyOf = (item) => readStory(item, backlog.settings),
  }: SubjectOptions = {},
): readonly Subject[] {
  const view = openViews();
  return items.map((item) => {
    const { path, text, bodyStart } = item.document;
    const story = storyOf(item);
    const stories = story ? [story] : [];
    const standing = readStanding(backlog.settings, item);
    const given = { path, text, bodyStart, item, backlog, standing, today, forecastOf };
    return view({ ...given, story, stories });
  });
}

/** Gives files their views. Rules go from file to file, so that those of the last one are kept. */
function openViews(): (file: Omit<Subject, 'view' | 'viewStory'>) => Subject {
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

/** Looked for in what tells stories only: a sprint's review may quote one. */
export function readStory(item: Item, settings: Settings): FoundStory | null {
  if (!isStoryType(settings, item.type)) return null;
  return findStory(bodyOf(item.document), { languages: [settings.language] });
}

/** Markdown files outside any backlog, frontmatter or not, with one story or many each. */
export function loneSubjects(
  files: readonly { readonly path: string; readonly text: string }[],
): readonly Subject[] {
  const view = openViews();
  const none = { item: null, backlog: null, standing: null, today: null, forecastOf: null };
  return files.map(({ path, text }) => {
    const spans = splitFrontmatter(text);
    const bodyStart = spans.kind === 'found' ? spans.bodyStart : 0;
    const stories = findStories(text.slice(bodyStart));
    return view({ path, text, bodyStart, ...none, story: stories[0] ?? null, stories });
  });
}

/** A span of the body as offsets in the file. */
export function inFile({ bodyStart }: Subject, [start, end]: Span): Span {
  return [bodyStart + start, bodyStart + end];
}
