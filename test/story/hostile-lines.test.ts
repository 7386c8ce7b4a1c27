import { describe, expect, it } from 'vitest';
import { findStory } from '../../src/story/find-story.js';
import { parseStory } from '../../src/story/parse-story.js';
import { splitStoryLines } from '../../src/story/story-lines.js';
import { storyTitle } from '../../src/story/story-title.js';

const BITS = [
  'As a ',
  'as ',
  ', I want',
  'As a user, I want to ',
  'when I ',
  'in order to ',
  'so ',
  'so that ',
  'because ',
  'I ',
  'really ',
  'who ',
  '(',
  ')',
  '[',
  ']',
  '[a](',
  '[[',
  '{{',
  '<',
  '<b>',
  '<br>',
  '<!--',
  '*',
  '* ',
  '_',
  '_a',
  '`',
  '~',
  '\\',
  '\\\n',
  '"',
  "'",
  "a'",
  'a-',
  '“',
  ' ',
  '\t',
  '\n',
  ' \n',
  '\r\n',
  '- ',
  '\n- ',
  '\n> ',
  '> ',
  '|',
  '| a ',
  '#',
  '#a# ',
  'a-1: ',
  '1. ',
  'a: ',
  '.',
  '. ',
  '. A',
  '…',
  ',',
  '\u00a0',
  '\ufeff',
  'é',
  '\u0301',
  '😀',
  'a',
  'story ',
  '=',
  '%',
];
const SIZE = 60_000;
const STARTS = ['', 'As a ', 'As a user, I want ', 'In order to ', 'When I ', '| '];

/** Generous: the true cost is 2 to 20 ms; a quadratic reader takes seconds. */
const BOUND = 50;

/** Of this process alone: what else the machine does counts for nothing. */
function milliseconds(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** Runs again while over the bound: a collection of garbage may fall into one run, not into all. */
function cost(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 6 && best >= BOUND; i++) best = Math.min(best, milliseconds(run));
  return best;
}

describe.each([
  ['parseStory', parseStory],
  ['findStory', findStory],
  ['splitStoryLines', splitStoryLines],
  ['storyTitle', (want: string) => storyTitle({ want })],
] as const)('%s on hostile lines of 60 KB', (_, read) => {
  it.each(STARTS)('after "%s"', (start) => {
    for (const bit of BITS) {
      const text = start + bit.repeat(SIZE / bit.length);
      expect(
        cost(() => read(text)),
        JSON.stringify(bit),
      ).toBeLessThan(BOUND);
      const closed = `${text}, I want x so that y`;
      expect(
        cost(() => read(closed)),
        JSON.stringify(bit),
      ).toBeLessThan(BOUND);
    }
  });
});
