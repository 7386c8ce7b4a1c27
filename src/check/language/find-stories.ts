import { type Block, readBlocks } from '../../story/blocks.js';
import { findStoryIn } from '../../story/find-story.js';
import { findNamedStories } from '../../story/named-stories.js';
import type { ReadOptions } from '../../story/parse-story.js';
import type { FoundStory } from '../../story/reading.js';
import type { Span } from '../../text/span.js';

const GLANCE = 200;
/** In the same sentence. */
const SAYS_WHAT_FOR =
  /^[^\n.!?]*(?:\n(?![ \t]*(?:[-+*|]|\d+[.)]))[^\n.!?]+)*?\b(?:so that|so I|so we|in order to)\b/i;
/** "I", "we", "we've", "nous". */
const LONGEST_SUBJECT = 6;
/** List items and table rows are one story each; so is a line after a full stop. */
const OPENS_UNIT = /^[ \t]*(?:[-+•|]|\*(?!\S)|\d{1,3}[.)])/;
const ENDS_SENTENCE = /[.!?。！？]["”’)*_]{0,3}[ \t\r]*$/;

/**
 * Every story of a text, in order: one a paragraph, list item or table row. What only tries to
 * be a story counts as well. Linear in the length of the text, as each look is bounded.
 */
export function findStories(body: string, options: ReadOptions = {}): readonly FoundStory[] {
  const named = findNamedStories(body);
  const source = readBlocks(body, named.lines);
  const found: FoundStory[] = [];
  let done = 0;
  for (const [index, block] of source.blocks.entries()) {
    for (const unit of unitsOf(source.text, block)) {
      if (unit[0] < done) continue;
      const story = findStoryIn(source, index, unit, options);
      if (story === null) continue;
      found.push(story);
      done = story.span[1];
    }
  }
  const all = [...found, ...named.stories].sort((a, b) => a.span[0] - b.span[0]);
  const hasStory = all.some(({ reading }) => reading.ok);
  return all.filter((story) => story.reading.ok || isMeant(story, source.text, hasStory));
}

/** A block's list items, rows or sentences that begin on a line of their own. */
function* unitsOf(text: string, { lines, end }: Block): Generator<Span> {
  let start = lines[0] ?? end;
  for (let i = 1; i < lines.length; i += 1) {
    const line = lines[i] ?? end;
    const opens = OPENS_UNIT.test(text.slice(line, line + 20));
    if (!opens && !ENDS_SENTENCE.test(text.slice(Math.max(start, line - 8), line - 1))) continue;
    yield [start, line];
    start = line;
  }
  yield [start, end];
}

/**
 * Whether what is no story is meant to be one. Prose and criteria say "I want", and "As a customer
 * noticed": without the role it takes a benefit to tell, and so without the want, save beside
 * stories, where only "As a rider, I lost my way" tells something.
 */
function isMeant({ reading }: FoundStory, text: string, hasStory: boolean): boolean {
  const { defect, benefit } = reading;
  if (defect?.kind !== 'no-role' && defect?.kind !== 'no-want') return true;
  const [start, end] = defect.span;
  if (benefit !== null || SAYS_WHAT_FOR.test(text.slice(end, end + GLANCE))) return true;
  const saysSubject = end > start && end - start <= LONGEST_SUBJECT;
  return defect.kind === 'no-want' && hasStory && !saysSubject;
}
