import type { Span } from '../text/span.js';
import { readBlocks } from './blocks.js';
import { parseStory } from './parse-story.js';
import type { StoryReading } from './story.js';

/** A story in a Markdown body; all offsets count from the beginning of that body. */
export interface FoundStory {
  readonly reading: StoryReading;
  /** From the first word of the story to the end of its last part. */
  readonly span: Span;
}

/** A body holds one story; after so many candidates that are none there will not be one. */
const MOST_CANDIDATES = 64;
/** What a line of a story can open with, cheap and not final. */
const OPENS =
  /^[^\p{L}\n]{0,24}(?:\p{L}[\p{L}\p{N} -]{0,60}(?:[:#.|)\]*_–—]|\d)[^\n]{0,60})?\b(?:as|in order|so that|when|whenever|if|while|after|before|i|we|i['’]d)\b/iu;
/** A clause that goes on after a blank line. */
const GOES_ON = /^[^\p{L}\p{N}#]{0,12}(?:i|we|i['’]d|so|in order|because|want|as)\b/iu;

/**
 * Finds the story of a Markdown body: the first paragraph, list item, table row or heading that
 * reads as a story, or else the first that clearly tries to. Its clauses may stand in
 * paragraphs of their own; a heading ends them. Code fences and comments are passed over.
 * Null when nothing looks like a story.
 */
export function findStory(body: string): FoundStory | null {
  const blocks = readBlocks(body);
  let attempt: FoundStory | null = null;
  let tried = 0;
  for (let b = 0; b < blocks.length && tried < MOST_CANDIDATES; b++) {
    const block = blocks[b];
    if (block === undefined) break;
    for (const start of block.lines) {
      if (!OPENS.test(body.slice(start, Math.min(start + 200, block.end)))) continue;
      if (++tried > MOST_CANDIDATES) break;
      const found = readFrom(body, start, block.end, goingOn(body, blocks, b));
      if (found === null) continue;
      if (found.reading.ok) return found;
      attempt ??= found;
    }
  }
  return attempt;
}

/** The ends of the next blocks, while each goes on with a clause of a story. */
function goingOn(body: string, blocks: ReturnType<typeof readBlocks>, from: number): number[] {
  const ends: number[] = [];
  for (let b = from + 1; b < blocks.length && ends.length < 3; b++) {
    const block = blocks[b];
    if (block === undefined || block.afterBarrier) break;
    if (!GOES_ON.test(body.slice(block.start, block.start + 40))) break;
    ends.push(block.end);
  }
  return ends;
}

/** Reads within one block first; the next ones are taken only where they make more of it. */
function readFrom(body: string, start: number, end: number, more: number[]): FoundStory | null {
  let reading = parseStory(body.slice(start, end));
  if (reading.defect?.kind === 'not-a-story') return null;
  for (const further of more) {
    const longer = parseStory(body.slice(start, further));
    if (countParts(longer) <= countParts(reading)) break;
    reading = longer;
  }
  return shift(reading, start, body.slice(start, end));
}

function countParts(reading: StoryReading): number {
  const { role, want, benefit } = reading;
  return [role, want, benefit].filter((part) => part !== null).length;
}

function shift(reading: StoryReading, by: number, text: string): FoundStory {
  const move = ([from, to]: Span): Span => [from + by, to + by];
  const spans = Object.fromEntries(
    Object.entries(reading.spans).map(([name, span]) => [name, move(span as Span)]),
  );
  const lead = text.length - text.trimStart().length;
  const ends = Object.values(reading.spans).map((span) => (span as Span)[1]);
  const end = ends.length === 0 ? text.trimEnd().length : Math.max(...ends);
  const moved: StoryReading = reading.ok
    ? { ...reading, spans }
    : { ...reading, spans, defect: { ...reading.defect, span: move(reading.defect.span) } };
  return { reading: moved, span: [lead + by, Math.max(end, lead) + by] };
}
