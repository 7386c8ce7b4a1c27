import { readBlocks } from '../story/blocks.js';
import { type FoundStory, findStory } from '../story/find-story.js';
import { findInnerOpenings, mayHoldStory } from '../story/parse-story.js';
import type { Span } from '../text/span.js';

/** What is looked at from one place on: a story's clauses may be lines or paragraphs. */
const WINDOW_BLOCKS = 4;
const WINDOW_LINES = 8;
const WINDOW = 4_500;
const GLANCE = 200;

/**
 * Every story of a text, in order: one a paragraph, list item or table row. What only tries to
 * be a story counts as well. Linear in the length of the text, as each look is bounded.
 */
export function findStories(body: string): readonly FoundStory[] {
  const blocks = readBlocks(body);
  const found: FoundStory[] = [];
  let done = 0;
  for (const [index, block] of blocks.entries()) {
    const last = blocks[Math.min(index + WINDOW_BLOCKS, blocks.length) - 1] ?? block;
    for (const [i, line] of block.lines.entries()) {
      const lineEnd = block.lines[i + 1] ?? block.end;
      if (line < done || !mayOpen(body.slice(line, Math.min(lineEnd, line + WINDOW)))) continue;
      const end = Math.min(block.lines[i + WINDOW_LINES] ?? last.end, line + WINDOW);
      // A whole story further on is found before this line's attempt; it is found again from its
      // own line, so this one is then looked at alone.
      const ahead = shiftStory(findStory(body.slice(line, end)), line);
      const story =
        ahead !== null && ahead.span[0] >= lineEnd
          ? shiftStory(findStory(body.slice(line, lineEnd)), line)
          : ahead;
      if (story === null) continue;
      found.push(story);
      done = story.span[1];
    }
  }
  return found;
}

/** Cheap and not final: whether a line may open a story. */
function mayOpen(line: string): boolean {
  return mayHoldStory(line.slice(0, GLANCE)) || findInnerOpenings(line).length > 0;
}

/** The same story with its offsets moved on. */
export function shiftStory(story: FoundStory | null, by: number): FoundStory | null {
  if (story === null || by === 0) return story;
  const move = ([start, end]: Span): Span => [start + by, end + by];
  const spans = Object.fromEntries(
    Object.entries(story.reading.spans).map(([part, span]) => [part, move(span)]),
  );
  const { reading } = story;
  return {
    reading: reading.ok
      ? { ...reading, spans }
      : { ...reading, spans, defect: { ...reading.defect, span: move(reading.defect.span) } },
    span: move(story.span),
  };
}
