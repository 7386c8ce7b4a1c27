import { type Block, readBlocks } from '../story/blocks.js';
import { type FoundStory, findStory } from '../story/find-story.js';
import { mayGoOn, type ReadOptions } from '../story/parse-story.js';
import type { Span } from '../text/span.js';

/** A story's clauses may stand in so many paragraphs after its first. */
const MORE_BLOCKS = 3;
const LONGEST = 4_500;
const GLANCE = 200;
const SAYS_WHAT_FOR = /^[^\n]*(?:\n[^\n]+)*?\b(?:so that|so I|so we|in order to)\b/i;
/** "I", "we", "we've", "nous". */
const LONGEST_SUBJECT = 6;
/** List items, table rows and quotes are one story each; so is a line after a full stop. */
const OPENS_UNIT = /^[ \t]*(?:[-+•>|]|\*(?!\S)|\d{1,3}[.)])/;
const ENDS_SENTENCE = /[.!?。！？]["”’)*_]{0,3}[ \t\r]*$/;

/**
 * Every story of a text, in order: one a paragraph, list item or table row. What only tries to
 * be a story counts as well. Linear in the length of the text, as each look is bounded.
 */
export function findStories(body: string, options: ReadOptions = {}): readonly FoundStory[] {
  const blocks = readBlocks(body);
  const found: FoundStory[] = [];
  let done = 0;
  for (const [index, block] of blocks.entries()) {
    for (const [start, end] of unitsOf(body, block)) {
      if (start < done) continue;
      const further = end === block.end ? endOfClauses(body, blocks, index) : end;
      const story = readUnit(body, start, end, further, options);
      if (story === null || isTold(story, body)) continue;
      found.push(story);
      done = story.span[1];
    }
  }
  return found;
}

/** A block's list items, rows or sentences that begin on a line of their own. */
function* unitsOf(body: string, { lines, end }: Block): Generator<Span> {
  let start = lines[0] ?? end;
  for (let i = 1; i < lines.length; i += 1) {
    const line = lines[i] ?? end;
    const opens = OPENS_UNIT.test(body.slice(line, line + 20));
    if (!opens && !ENDS_SENTENCE.test(body.slice(Math.max(start, line - 8), line - 1))) continue;
    yield [start, line];
    start = line;
  }
  yield [start, end];
}

/** Where the last of the paragraphs ends that go on with a clause of a story. */
function endOfClauses(body: string, blocks: readonly Block[], index: number): number {
  let end = blocks[index]?.end ?? 0;
  for (let next = index + 1; next <= index + MORE_BLOCKS; next += 1) {
    const block = blocks[next];
    if (block === undefined || block.afterBarrier) break;
    if (!mayGoOn(body.slice(block.start, block.start + GLANCE))) break;
    end = block.end;
  }
  return end;
}

/** The story that begins in a unit, with what goes on behind it. */
function readUnit(
  body: string,
  start: number,
  end: number,
  further: number,
  options: ReadOptions,
): FoundStory | null {
  const read = (to: number) =>
    shiftStory(findStory(body.slice(start, Math.min(to, start + LONGEST)), options), start);
  const story = read(further);
  // A later paragraph may hold a better one, which will have its turn.
  return story === null || story.span[0] < end ? story : read(end);
}

/**
 * Beside stories, "As a rider, I lost my way" tells something: nothing is wanted, and nothing said
 * of what for. Its defect is the subject alone.
 */
function isTold({ reading: { defect } }: FoundStory, body: string): boolean {
  if (defect?.kind !== 'no-want') return false;
  const [start, end] = defect.span;
  if (SAYS_WHAT_FOR.test(body.slice(end, end + GLANCE))) return false;
  return end > start && end - start <= LONGEST_SUBJECT;
}

/** The same story with its offsets moved on. */
function shiftStory(story: FoundStory | null, by: number): FoundStory | null {
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
