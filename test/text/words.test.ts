import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitalize, compareText, escapePattern } from '../../src/text/words.js';

describe('words', () => {
  it('matches an escaped text as it is, and nothing longer', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const pattern = new RegExp(`^${escapePattern(text)}$`);
        expect(pattern.test(text)).toBe(true);
        expect(pattern.test(`${text}x`)).toBe(false);
      }),
    );
  });

  it('sorts as code units do', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        expect(texts.toSorted(compareText)).toEqual(texts.toSorted());
      }),
    );
  });

  it('raises the first letter alone', () => {
    expect(['points', 'later On', ''].map(capitalize)).toEqual(['Points', 'Later On', '']);
  });
});
