import { countBefore, type Span } from '../text/span.js';
import { readBlocks, type StoryBlocks } from './blocks.js';
import { GLANCE, joinClauses } from './join-clauses.js';
import { findNamedStories } from './named-stories.js';
import {
  findInnerOpenings,
  locateStory,
  mayHoldStory,
  READ_LIMIT,
  type ReadOptions,
} from './parse-story.js';
import type { LocatedStory } from './reader.js';
import { type FoundStory, moveSpan, moveSpans } from './reading.js';
import type { StoryReading } from './story.js';

/** A body holds one story; after so many candidates that are none there will not be one. */
const MOST_CANDIDATES = 64;
/** "As a" and its line end; shorter lines cannot open a story. */
const SHORTEST = 5;
const ALL_PARTS = 3;

/**
 * Finds the story of a Markdown body: the first paragraph, list item, table row or heading that
 * reads as a story, or else the first that clearly tries to. Its clauses may stand in list items,
 * paragraphs or headings of their own, or in the columns of a table. Code and comments are passed
 * over. Null when nothing looks like a story.
 */
export function findStory(body: string, options: ReadOptions = {}): FoundStory | null {
  const { stories, lines } = findNamedStories(body);
  const [named] = stories;
  const source = readBlocks(body, lines);
  let attempt: FoundStory | null = null;
  let left = MOST_CANDIDATES;
  for (const [index, { start, end }] of source.blocks.entries()) {
    if (left <= 0 || (named !== undefined && named.span[0] < start)) break;
    const found = findStoryIn(source, index, [start, end], options, () => left-- > 0);
    if (found?.reading.ok) return found;
    attempt ??= found;
  }
  return named ?? attempt;
}

/** The story of a part of a block, as `findStory` finds that of a body. */
export function findStoryIn(
  source: StoryBlocks,
  block: number,
  within: Span,
  options: ReadOptions,
  mayTry: () => boolean = () => true,
): FoundStory | null {
  let attempt: FoundStory | null = null;
  for (const start of candidatesIn(source, block, within)) {
    if (!mayTry()) break;
    const found = readFrom(source, block, [start, within[1]], options);
    if (found?.reading.ok) return found;
    attempt ??= found;
  }
  return attempt;
}

/** Where a story may begin: at a line, or at a sentence within one. */
function* candidatesIn(
  { text, blocks }: StoryBlocks,
  index: number,
  [from, to]: Span,
): Generator<number> {
  const lines = blocks[index]?.lines ?? [];
  for (let at = countBefore(lines, from); at < lines.length; at += 1) {
    const start = lines[at] ?? to;
    if (start >= to) return;
    const end = Math.min(to, lines[at + 1] ?? to);
    if (end - start < SHORTEST) continue;
    if (mayHoldStory(text.slice(start, Math.min(start + GLANCE, end)))) yield start;
    for (const inner of findInnerOpenings(text.slice(start, Math.min(start + READ_LIMIT, end))))
      yield start + inner;
  }
}

/** Reads within one part first; those behind it are taken only where they make more of it. */
function readFrom(
  source: StoryBlocks,
  block: number,
  [start, end]: Span,
  options: ReadOptions,
): FoundStory | null {
  const { text } = source;
  let located = locateStory(text.slice(start, end), options);
  // "Als Gast" alone may be a phrase of prose; the want may come in the next paragraph.
  if (isNoStory(located.reading) && located.reading.language === 'en') return null;
  if (countParts(located.reading) < ALL_PARTS) {
    for (const longer of joinClauses(source, block, start)) {
      const more = locateStory(longer, options);
      if (countParts(more.reading) <= countParts(located.reading)) break;
      if (!isAsWritten(more.reading, text, start)) break;
      located = more;
    }
  }
  if (isNoStory(located.reading)) return null;
  return shift(located, start, end);
}

function isNoStory({ defect }: StoryReading): boolean {
  return defect?.kind === 'not-a-story';
}

function countParts(reading: StoryReading): number {
  const { role, want, benefit } = reading;
  return [role, want, benefit].filter((part) => part !== null).length;
}

/** Whether each part stands as it is in a text, and so goes over no gap between two clauses. */
function isAsWritten({ role, want, benefit, spans }: StoryReading, text: string, from: number) {
  return Object.entries({ role, want, benefit }).every(([name, part]) => {
    const span = spans[name as keyof typeof spans];
    return span === undefined || text.slice(from + span[0], from + span[1]) === part;
  });
}

/** From offsets in the candidate to offsets in the body. */
function shift({ reading, at }: LocatedStory, by: number, end: number): FoundStory {
  const { role, want, benefit, condition } = reading.spans;
  const last = Math.max(role?.[1] ?? 0, want?.[1] ?? 0, benefit?.[1] ?? 0, condition?.[1] ?? 0);
  const spans = moveSpans(reading.spans, by);
  const moved: StoryReading = reading.ok
    ? { ...reading, spans }
    : { ...reading, spans, defect: { ...reading.defect, span: moveSpan(reading.defect.span, by) } };
  return { reading: moved, span: [at + by, last === 0 ? end : Math.max(last, at) + by] };
}
