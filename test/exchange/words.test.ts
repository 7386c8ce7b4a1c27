import { describe, expect, it } from 'vitest';
import { categoryOfWord, dayOfText, typeOfWord } from '../../src/exchange/words.js';

describe('foreign words', () => {
  it.each([
    ['To Do', 'todo'],
    ['IN_PROGRESS', 'doing'],
    ['in-review', 'doing'],
    ['Closed', 'done'],
    ['Won’t Do', 'dropped'],
    ['Somewhere', null],
  ])('the status %s means %s', (word, category) => {
    expect(categoryOfWord(word)).toBe(category);
  });

  it.each([
    ['User Story', 'story'],
    ['Sub-task', 'task'],
    ['Defect', 'bug'],
    ['Thing', null],
  ])('the type %s is nearest to %s', (word, type) => {
    expect(typeOfWord(word)).toBe(type);
  });

  it.each([
    ['2026-11-25', '2026-11-25'],
    ['2026-11-25 22:53', '2026-11-25'],
    ['2026-11-25T22:53:00Z', '2026-11-25'],
    ['25/Nov/26 10:00 PM', '2026-11-25'],
    ['5 March 2027', '2027-03-05'],
    ['04/05/2026', null],
    ['soon', null],
  ])('the date %s is the day %s', (text, day) => {
    expect(dayOfText(text)).toBe(day);
  });
});
