import type { Span } from '../text/span.js';
import { type Block, readBlocks } from './blocks.js';
import {
  findInnerOpenings,
  locateStory,
  mayGoOn,
  mayHoldStory,
  READ_LIMIT,
  type ReadOptions,
} from './parse-story.js';
import type { LocatedStory } from './reader.js';
import { moveSpan, moveSpans } from './reading.js';
import type { StoryReading } from './story.js';

/** A story in a Markdown body; all offsets count from the beginning of that body. */
export interface FoundStory {
  readonly reading: StoryReading;
  /** From the first word of the story to the end of its last part. */
  readonly span: Span;
}

/** A body holds one story; after so many candidates that are none there will not be one. */
const MOST_CANDIDATES = 64;
/** "As a" and its line end; shorter lines cannot open a story. */
const SHORTEST = 5;
const ALL_PARTS = 3;
/** A line is looked at this far for its first words. */
const GLANCE = 200;

/**
 * Finds the story of a Markdown body: the first paragraph, list item, table row or heading that
 * reads as a story, or else the first that clearly tries to. Its clauses may stand in
 * paragraphs of their own; a heading ends them. Code fences and comments are passed over.
 * Null when nothing looks like a story.
 */
export function findStory(body: string, options: ReadOptions = {}): FoundStory | null {
  const blocks = readBlocks(body);
  let attempt: FoundStory | null = null;
  let tried = 0;
  for (let b = 0; b < blocks.length && tried < MOST_CANDIDATES; b++) {
    const block = blocks[b];
    if (block === undefined) break;
    for (const start of candidatesIn(body, block)) {
      if (++tried > MOST_CANDIDATES) break;
      const found = readFrom(body, start, block.end, goingOn(body, blocks, b), options);
      if (found === null) continue;
      if (found.reading.ok) return found;
      attempt ??= found;
    }
  }
  return attempt;
}

/** Where a story may begin in a block: at a line, or at a sentence within one. */
function* candidatesIn(body: string, block: Block): Generator<number> {
  for (let i = 0; i < block.lines.length; i += 1) {
    const start = block.lines[i] as number;
    const end = block.lines[i + 1] ?? block.end;
    if (end - start < SHORTEST) continue;
    if (mayHoldStory(body.slice(start, Math.min(start + GLANCE, end)))) yield start;
    for (const inner of findInnerOpenings(body.slice(start, Math.min(start + READ_LIMIT, end))))
      yield start + inner;
  }
}

/** The ends of the next blocks, while each goes on with a clause of a story. */
function goingOn(body: string, blocks: readonly Block[], from: number): number[] {
  const ends: number[] = [];
  for (let b = from + 1; b < blocks.length && ends.length < 3; b++) {
    const block = blocks[b];
    if (block === undefined || block.afterBarrier) break;
    if (!mayGoOn(body.slice(block.start, block.start + GLANCE))) break;
    ends.push(block.end);
  }
  return ends;
}

/** Reads within one block first; the next ones are taken only where they make more of it. */
function readFrom(
  body: string,
  start: number,
  end: number,
  more: number[],
  options: ReadOptions,
): FoundStory | null {
  let located = locateStory(body.slice(start, end), options);
  // "Als Gast" alone may be a phrase of prose; the wish may come in the next paragraph.
  if (isNoStory(located.reading) && located.reading.language === 'en') return null;
  for (const further of more) {
    if (countParts(located.reading) === ALL_PARTS) break;
    const longer = locateStory(body.slice(start, further), options);
    if (countParts(longer.reading) <= countParts(located.reading)) break;
    located = longer;
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
