import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canMeanNumber,
  findDecimalSign,
  isAmbiguousNumber,
  readForeignNumber,
} from '../../src/exchange/foreign-number.js';

describe('numbers of one column', () => {
  it.each<readonly [cells: readonly string[], read: readonly (string | null)[]]>([
    [
      ['5,0', '8'],
      ['5', '8'],
    ],
    [
      ['1.234,5', '1.234'],
      ['1234.5', '1234'],
    ],
    [
      ['1,234.5', '1,234'],
      ['1234.5', '1234'],
    ],
    [
      ['0,125', '1,250'],
      ['0.125', '1.25'],
    ],
    [
      ['1 234,5', '12'],
      ['1234.5', '12'],
    ],
    [
      ['1\u00a0234,5', '2\u202f000'],
      ['1234.5', '2000'],
    ],
    [
      ["1'234.5", '1’234'],
      ['1234.5', '1234'],
    ],
    [
      ['1.234.567', '1,5'],
      ['1234567', '1.5'],
    ],
    [
      ['1,234,567', '0.5'],
      ['1234567', '0.5'],
    ],
    [
      ['-3,5', '−2,25'],
      ['-3.5', '-2.25'],
    ],
    [
      ['5.0', '3.25'],
      ['5', '3.25'],
    ],
    [['1,234'], [null]],
    [
      ['1.234', '7'],
      [null, '7'],
    ],
    [
      ['1,5', '1.5'],
      [null, null],
    ],
    [
      ['5,0 SP', 'XL', '', '1,2,3', ',5'],
      [null, null, null, null, null],
    ],
  ])('%j', (cells, read) => {
    const sign = findDecimalSign(cells);
    expect(cells.map((cell) => readForeignNumber(cell, sign))).toEqual(read);
  });

  it('are as they were, in whatever locale a program wrote them', () => {
    const number = fc.oneof(
      fc.integer({ min: 0, max: 9_999_999 }),
      fc.constantFrom(0.5, 12.25, 1234.75),
    );
    const locale = fc.constantFrom('de-DE', 'fr-FR', 'es-ES', 'pt-BR', 'de-CH', 'en-US', 'pl-PL');
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 5 }), locale, (numbers, name) => {
        const format = new Intl.NumberFormat(name, { maximumFractionDigits: 6 });
        const cells = numbers.map((one) => format.format(one));
        const sign = findDecimalSign(cells);
        for (const [index, cell] of cells.entries()) {
          const read = readForeignNumber(cell, sign);
          if (read === null) expect(isAmbiguousNumber(cell, sign)).toBe(true);
          else expect(Number(read)).toBe(numbers[index]);
          expect(canMeanNumber(cell, numbers[index] ?? 0)).toBe(true);
        }
      }),
    );
  });
});
