import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, cutToWidth, fitStart, graphemesOf } from '../../src/text/cut.js';
import { displayWidth } from '../../src/text/display-width.js';

describe('cutting a text', () => {
  it.each([
    ['🇩🇪🇫🇷🇮🇹 abc', 4, '🇩🇪…'],
    ['🇩🇪🇫🇷🇮🇹 abc', 5, '🇩🇪🇫🇷…'],
    ['🇩🇪🇫🇷', 2, '…'],
    ['👨‍👩‍👧‍👦👩🏽‍💻 family', 4, '👨‍👩‍👧‍👦…'],
    ['👍🏽👍🏽👍🏽', 4, '👍🏽…'],
    ['認証システム', 6, '認証…'],
    ['e\u0301e\u0301e\u0301e\u0301', 3, 'e\u0301e\u0301…'],
    ['plain words here', 7, 'plain…'],
    ['fits', 4, 'fits'],
    ['x', 0, '…'],
  ])('%s to %i cells', (text, room, cut) => {
    expect(cutToWidth(text, room)).toBe(cut);
  });

  const letter = fc.constantFrom(
    'a',
    ' ',
    'é',
    'e\u0301',
    '認',
    '🇩🇪',
    '👍🏽',
    '👨‍👩‍👧‍👦',
    'ไม้',
    '한',
  );
  const text = fc.array(letter).map((letters) => letters.join(''));

  it('never splits what a person sees as one letter, nor takes more room than there is', () => {
    fc.assert(
      fc.property(text, fc.nat(30), (whole, room) => {
        const cut = cutToWidth(whole, room + 1);
        expect(displayWidth(cut)).toBeLessThanOrEqual(room + 1);
        expect(cutText(whole, room + 1).length).toBeLessThanOrEqual(room + 1);
        const start = fitStart(whole, room);
        expect(graphemesOf(whole).join('').startsWith(start)).toBe(true);
        expect(graphemesOf(whole).slice(0, graphemesOf(start).length).join('')).toBe(start);
      }),
    );
  });
});
