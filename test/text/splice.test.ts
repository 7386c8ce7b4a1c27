import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionAt } from '../../src/text/span.js';
import { applySplices } from '../../src/text/splice.js';

describe('splices', () => {
  it('are all made at offsets of the text as it was', () => {
    const splices = [
      { span: [4, 7], text: 'B' },
      { span: [0, 3], text: '' },
      { span: [7, 7], text: '!' },
      { span: [7, 7], text: '?' },
    ] as const;
    expect(applySplices('one two three', splices)).toBe(' B!? three');
  });

  it('that overlap or lie outside are a bug', () => {
    expect(() =>
      applySplices('abc', [
        { span: [0, 2], text: '' },
        { span: [1, 3], text: '' },
      ]),
    ).toThrow(RangeError);
    expect(() => applySplices('abc', [{ span: [2, 4], text: '' }])).toThrow(RangeError);
  });
});

describe('a position', () => {
  it('counts lines and columns from 1, by hand and for any text', () => {
    expect(positionAt('ab\r\ncd', 4)).toEqual({ line: 2, column: 1 });
    expect(positionAt('ab', 99)).toEqual({ line: 1, column: 3 });
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n') }), fc.nat(20), (text, offset) => {
        const before = text.slice(0, offset).split('\n');
        const column = (before.at(-1) ?? '').length + 1;
        expect(positionAt(text, offset)).toEqual({ line: before.length, column });
      }),
    );
  });
});
