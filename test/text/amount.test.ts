import { describe, expect, it } from 'vitest';
import { count, plural, roundToTenths, saySize } from '../../src/text/amount.js';

describe('amounts', () => {
  it.each([
    [0, '0 items'],
    [1, '1 item'],
    [0.5, '0.5 items'],
    [1234, '1,234 items'],
  ])('counts %d', (number, said) => {
    expect(count(number, 'item')).toBe(said);
    expect(saySize(number, 'items')).toBe(said);
  });

  it('takes another plural where the language has one', () => {
    expect([1, 2].map((number) => plural(number, 'criterion', 'criteria'))).toEqual([
      'criterion',
      'criteria',
    ]);
  });

  it('rounds to tenths', () => {
    expect([0.25, 1 / 3, -0.34].map(roundToTenths)).toEqual([0.3, 0.3, -0.3]);
  });
});
