import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeUnprintable,
  isBlank,
  makePrintable,
  stripUnprintable,
} from '../../src/text/printable.js';

const dangerous = [
  '\u001b[31m',
  '\u009b31m',
  '\u0007',
  '\u0000',
  '\r',
  '\u202e',
  '\u2066',
  '\u2069',
  '\ufeff',
  '\u007f',
  '\b',
];

describe('printable text', () => {
  it.each(dangerous)('loses %j and keeps what stands around it', (mark) => {
    expect(stripUnprintable(`a${mark[0]}b`)).toBe('ab');
  });

  it('keeps tabs, line ends, letters of every script and emoji', () => {
    const text = 'a\tb\nÄ é 日本語 עברית 👩‍💻 —';
    expect(stripUnprintable(text)).toBe(text);
  });

  it('shows the marks for what they are all through a value, keys included', () => {
    const value = { 'k\u001b': ['\u001b[2Jx', { deep: '\u202ey' }], number: 3, none: null };
    expect(makePrintable(value)).toEqual({
      'k\\u001b': ['\\u001b[2Jx', { deep: '\\u202ey' }],
      number: 3,
      none: null,
    });
    expect(makePrintable('a\r\nb\rc')).toBe('a\nb\\u000dc');
  });

  it('is blank when nothing would be seen', () => {
    expect(['', ' \t\n', '\u001b\u0000', '\u202e \u2069'].every(isBlank)).toBe(true);
    expect(isBlank('x\u0000')).toBe(false);
  });
});

describe('JSON for a terminal', () => {
  it('has the same value and none of the marks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...dangerous))),
        (texts) => {
          const json = escapeUnprintable(JSON.stringify(texts, null, 2));
          expect(JSON.parse(json)).toEqual(texts);
          expect(stripUnprintable(json)).toBe(json);
        },
      ),
    );
  });
});
