import { countBefore, type Span } from '../text/span.js';
import type { Block, StoryBlocks } from './blocks.js';
import { maskMarkup } from './mask.js';
import { mayGoOn, READ_LIMIT } from './parse-story.js';

/** A line is looked at this far for its first words. */
export const GLANCE = 200;
/** A story has no more clauses than this behind its first. */
const MOST = 4;
const ITEM = /^[ \t]*(?:[-+*•]|\d{1,3}[.)])[ \t]/;
const MARKS = /^[ \t]*(?:[-+*•][ \t]|\d{1,3}[.)][ \t]|#{1,6}[ \t])/;

/**
 * The text of a story from `start`, as it grows by one clause after the other that stands in a
 * list item, a paragraph or a heading of its own; every word at its old offset.
 */
export function* joinClauses(source: StoryBlocks, block: number, start: number): Generator<string> {
  const { text } = source;
  let joined = '';
  let end = start;
  let count = 0;
  for (const piece of piecesFrom(source, block, start)) {
    const written = text.slice(piece[0], piece[1]);
    if (joined === '') joined = written;
    else {
      if (count === MOST || piece[1] - start > READ_LIMIT) return;
      if (!mayGoOn(maskMarkup(written.slice(0, GLANCE)).trimStart())) return;
      // What lies between is a line end and blanks.
      joined += `\n${' '.repeat(Math.max(0, piece[0] - end - 1))}${written.replace(MARKS, blank)}`;
      count += 1;
      yield joined;
    }
    end = piece[1];
  }
}

function blank(marks: string): string {
  return ' '.repeat(marks.length);
}

/** The list items and paragraphs from an offset on, as far as one story may go. */
function* piecesFrom({ text, blocks }: StoryBlocks, first: number, start: number): Generator<Span> {
  const isHeading = blocks[first]?.isHeading === true;
  for (let index = first; index < blocks.length; index += 1) {
    const block = blocks[index] as Block;
    const follows = isHeading ? block.isHeading : !block.afterBarrier;
    if (index > first && !follows) return;
    const { lines, end } = block;
    let from = Math.max(block.start, start);
    for (let at = countBefore(lines, from + 1); at < lines.length; at += 1) {
      const line = lines[at] as number;
      if (!ITEM.test(text.slice(line, line + 20))) continue;
      yield [from, line - 1];
      from = line;
    }
    yield [from, end];
  }
}
