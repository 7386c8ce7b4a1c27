import type { FoundStory } from '../story/reading.js';
import { cutText } from '../text/cut.js';
import type { PlacedReport, Subject } from './define-rule.js';
import { oldestFirst } from './groups.js';
import { needsStory, statusCategory } from './lifecycle.js';
import { positionIn } from './locate.js';
import { inFile } from './subject.js';

/** A story among all of them. */
export interface PlacedStory {
  readonly subject: Subject;
  readonly story: FoundStory;
  /** In the file, from 1; only where no id names the story. */
  readonly line: number | null;
}

/** Well-formed stories that still count, the oldest first: not those archived or dropped. */
export function listStories(subjects: readonly Subject[]): readonly PlacedStory[] {
  const asked = subjects.filter(
    (one) => one.stories.length > 0 && needsStory(one) && statusCategory(one) !== 'dropped',
  );
  const placed: PlacedStory[] = [];
  for (const subject of oldestFirst(asked)) {
    for (const story of subject.stories) {
      if (!story.reading.ok) continue;
      const line = subject.item?.id ? null : lineOf(story, subject);
      placed.push({ subject, story, line });
    }
  }
  return placed;
}

/**
 * True while at least one of them is still to be done: done work is not worth merging. Not for a
 * copied file, which still has the other's id: `id/duplicate` tells of it.
 */
export function isWorthTelling(one: PlacedStory, other: PlacedStory): boolean {
  return !(isDone(one.subject) && isDone(other.subject)) && !haveOneId(one.subject, other.subject);
}

function haveOneId({ item }: Subject, other: Subject): boolean {
  return item !== null && item.id !== '' && item.id === other.item?.id && item !== other.item;
}

function isDone(subject: Subject): boolean {
  return statusCategory(subject) === 'done';
}

function lineOf({ span }: FoundStory, subject: Subject): number {
  return positionIn(subject, subject.bodyStart + span[0]).line;
}

/** How a person finds the other story: by id, or by file and line. */
export function nameStory({ subject, line }: PlacedStory, from: Subject): string {
  if (subject.item?.id) return `${subject.item.id} "${cutText(subject.item.title, 60)}"`;
  return subject === from ? `the story on line ${line}` : `${subject.path}:${line}`;
}

export function placeStory({ subject, story }: PlacedStory, message: string): PlacedReport {
  return { subject, message, at: { span: inFile(subject, story.span) } };
}
