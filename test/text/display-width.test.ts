import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/text/display-width.js';

/** Of the languages stories are read in, of what stands in titles, and of what takes no room. */
const pieces = [
  ...[
    'a',
    'Z',
    '9',
    ' ',
    'é',
    'e\u0301',
    'ß',
    'ğ',
    'İ',
    'ł',
    'ñ',
    'ç',
    '“',
    '’',
    '…',
    '—',
    '€',
    '№',
  ],
  ...['日本', '語', 'カ', 'ﾊﾟ', 'か\u3099', '，', '。', '１', '한글', '\u1112\u1161\u11ab', '中'],
  ...['👍', '👍🏽', '👨‍👩‍👧', '🇩🇪', '♥️', '⌚', '☐', '①', '→', '🏳️‍🌈', '✔'],
  ...['я', 'ж', 'ω', 'ש', 'م', 'ไทย', '\u200b', '\u200c', '\u200e', '\u2066', '\u202e', '\ufeff'],
];

describe('the room a text takes', () => {
  it('is what a slower package, which knows every cluster, says', () => {
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (parts) => {
        // Apart, since side by side some become one, on which the two packages have own views.
        const text = parts.join(' ');
        expect(displayWidth(text)).toBe(stringWidth(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
