import type { Backlog } from '../backlog/backlog.js';
import type { Settings } from '../backlog/settings.js';
import { bodyOf } from '../item/document.js';
import { splitFrontmatter } from '../item/frontmatter.js';
import type { Item } from '../item/item.js';
import { findStory } from '../story/find-story.js';
import type { FoundStory } from '../story/reading.js';
import { isStoryType } from './classification.js';
import type { Subject } from './define-rule.js';
import { findStories } from './language/find-stories.js';
import { makeSubjects, openViews, type SubjectOptions } from './subject.js';

/** A backlog's readable documents as subjects; `storyOf` is for callers that know the stories. */
export function listSubjects(
  backlog: Backlog,
  options: Partial<SubjectOptions> = {},
): readonly Subject[] {
  return makeSubjects(backlog, {
    storyOf: (item) => readStory(item, backlog.settings),
    ...options,
  });
}

/** Looked for in what tells stories only: a sprint's review may quote one. */
export function readStory(item: Item, settings: Settings): FoundStory | null {
  if (!isStoryType(settings, item.type)) return null;
  return findStory(bodyOf(item.document), { languages: [settings.language] });
}

/** Markdown files outside any backlog, frontmatter or not, with one story or many each. */
export function standaloneSubjects(
  files: readonly { readonly path: string; readonly text: string }[],
): readonly Subject[] {
  const view = openViews();
  const none = { item: null, backlog: null, classification: null, today: null, forecastOf: null };
  return files.map(({ path, text }) => {
    const spans = splitFrontmatter(text);
    const bodyStart = spans.kind === 'found' ? spans.bodyStart : 0;
    const stories = findStories(text.slice(bodyStart));
    return view({ path, text, bodyStart, ...none, story: stories[0] ?? null, stories });
  });
}
