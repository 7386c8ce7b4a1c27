import { describe, expect, it } from 'vitest';
import { didYouMean, suggest } from '../../src/text/suggest.js';

const known = ['draft', 'ready', 'doing', 'review', 'done', 'dropped'];

describe('a suggestion', () => {
  it.each([
    ['redy', 'ready'],
    ['READY', 'ready'],
    ['reveiw', 'review'],
    ['drafts', 'draft'],
    ['don', 'done'],
  ])('for %s is %s', (typed, meant) => {
    expect(suggest(typed, known)).toBe(meant);
  });

  it.each(['x', '', 'zzzzz', 'nope', 'rare', 'completely-different'])('for %j is none', (typed) => {
    expect(suggest(typed, known)).toBeUndefined();
  });

  it('is the nearest, of equally near ones the first', () => {
    expect(suggest('done', ['dune', 'done'])).toBe('done');
    expect(suggest('dane', ['dune', 'done'])).toBe('dune');
  });

  it('stands behind a message or leaves nothing there', () => {
    expect(didYouMean('redy', known)).toBe(' Did you mean ready?');
    expect(didYouMean('zzzzz', known)).toBe('');
  });
});
