import { describe, expect, it } from 'vitest';
import { findStory } from '../../src/story/find-story.js';
import { parseStory } from '../../src/story/parse-story.js';
import { splitStoryLines } from '../../src/story/story-lines.js';
import { storyTitle } from '../../src/story/story-title.js';
import { growthOf, linearGrowth } from '../support/growth.js';

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
const STARTS = ['', 'As a ', 'As a user, I want ', 'In order to ', 'When I ', '| '];
/** Characters; measured at four times as many too. */
const SIZE = 8_000;

// `growthOf` takes the best of five looks, so that noise hides growth rather than inventing it: here
// it has to show in one of several tries.
it('would notice a reader that looks back from every character', { retry: 9 }, () => {
  const lookBack = (size: number) => {
    let seen = 0;
    for (let at = 0; at < size; at++) for (let back = at; back > 0; back--) seen += back & 1;
    return seen;
  };
  expect(growthOf(lookBack, 4_000)).toBeGreaterThan(linearGrowth);
});

describe.each([
  ['parseStory', parseStory],
  ['findStory', findStory],
  ['splitStoryLines', splitStoryLines],
  ['storyTitle', (want: string) => storyTitle({ want })],
] as const)('%s on hostile lines', (_, read) => {
  it.each(STARTS)('grows no faster than the line after "%s"', (start) => {
    for (const bit of BITS) {
      for (const end of ['', ', I want x so that y']) {
        const run = (size: number) => read(start + bit.repeat(size / bit.length) + end);
        expect(growthOf(run, SIZE), JSON.stringify([bit, end])).toBeLessThan(linearGrowth);
      }
    }
  });
});
