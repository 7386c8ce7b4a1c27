import { allItems, type Backlog } from '../backlog/backlog.js';
import { kindOf } from '../backlog/workflow.js';
import { bodyOf } from '../item/document.js';
import { splitFrontmatter } from '../item/frontmatter.js';
import type { Item } from '../item/item.js';
import { findStory } from '../story/find-story.js';
import type { Day } from '../text/date.js';
import type { Span } from '../text/span.js';
import type { ForecastOf, Subject } from './define-rule.js';
import { findStories } from './find-stories.js';

/** A backlog's readable documents as subjects. */
export function listSubjects(
  backlog: Backlog,
  today: Day | null = null,
  forecastOf: ForecastOf | null = null,
): readonly Subject[] {
  return allItems(backlog).map((item) => subjectOf(item, backlog, today, forecastOf));
}

function subjectOf(
  item: Item,
  backlog: Backlog,
  today: Day | null,
  forecastOf: ForecastOf | null,
): Subject {
  const { path, text, bodyStart } = item.document;
  // Looked for in what tells stories only: a sprint's review may quote one.
  const story = isStoryItem(item, backlog)
    ? findStory(bodyOf(item.document), { languages: [backlog.settings.language] })
    : null;
  const stories = story ? [story] : [];
  return { path, text, bodyStart, item, backlog, today, forecastOf, story, stories };
}

/** A Markdown file outside any backlog, frontmatter or not, with one story or many. */
export function loneSubject(path: string, text: string): Subject {
  const spans = splitFrontmatter(text);
  const bodyStart = spans.kind === 'found' ? spans.bodyStart : 0;
  const stories = findStories(text.slice(bodyStart));
  const story = stories[0] ?? null;
  const none = { item: null, backlog: null, today: null, forecastOf: null };
  return { path, text, bodyStart, ...none, story, stories };
}

/** Stories and the team's own types written from the same template. */
function isStoryItem(item: Item, { settings }: Backlog): boolean {
  const template = kindOf(settings, item.type)?.template;
  return template === 'story' || template === 'job-story';
}

/** True where a story is asked for: a story of the backlog that is not archived, a lone file. */
export function asksForStory({ item, backlog }: Subject): boolean {
  return item === null || backlog === null || (!item.archived && isStoryItem(item, backlog));
}

/** A span of the body as offsets in the file. */
export function inFile({ bodyStart }: Subject, [start, end]: Span): Span {
  return [bodyStart + start, bodyStart + end];
}

/**
 * Remembers what was read last. Rules ask one after the other about one file or story, so that
 * one value does: keeping all of them costs more, in garbage collection, than reading twice.
 */
export function rememberLast<K extends object, T>(read: (key: K) => T): (key: K) => T {
  let last: { readonly key: K; readonly value: T } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, value: read(key) };
    return last.value;
  };
}
