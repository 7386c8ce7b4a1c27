import { describe, expect, it } from 'vitest';
import { formatStory } from '../../src/story/format-story.js';
import { parseStory } from '../../src/story/parse-story.js';
import { splitStoryLines } from '../../src/story/story-lines.js';
import { storyTitle } from '../../src/story/story-title.js';

describe('formatStory', () => {
  it.each([
    ['user', 'to see my bill', 'I can pay', 'As a user, I want to see my bill, so that I can pay.'],
    ['hour keeper', 'see my bill', null, 'As an hour keeper, I want to see my bill.'],
    [
      'HR manager',
      'a form',
      'save time',
      'As an HR manager, I want a form, in order to save time.',
    ],
    ['an admin', 'dark mode', 'so that I see', 'As an admin, I want dark mode, so that I see.'],
    ['a UX designer', 'HDF5 integration', null, 'As a UX designer, I want HDF5 integration.'],
    ['university', 're-open a case', null, 'As a university, I want to re-open a case.'],
    [
      'uninformed voter',
      'easily find help',
      null,
      'As an uninformed voter, I want to easily find help.',
    ],
    ['one-time guest', 'not wait', null, 'As a one-time guest, I want to not wait.'],
    ['x-ray nurse', 'colours.', null, 'As an x-ray nurse, I want colours.'],
    ['8-year-old', 'frobnicate the toys', null, 'As an 8-year-old, I want to frobnicate the toys.'],
    ['users', 'a map', null, 'As users, I want a map.'],
    ['the owner', 'a map', null, 'As the owner, I want a map.'],
    ['guest', "don't want to wait", null, "As a guest, I don't want to wait."],
    [
      'guest',
      'I want to\nwait',
      'because\tI like it',
      'As a guest, I want to wait, so that I like it.',
    ],
    [null, 'to wait', null, 'I want to wait.'],
    ['guest', null, null, 'As a guest.'],
    [null, null, null, ''],
  ])('%s | %s | %s', (role, want, benefit, expected) => {
    expect(formatStory({ role, want, benefit })).toBe(expected);
  });

  it('takes a want with and without "to" for the same', () => {
    const read = (want: string) => parseStory(formatStory({ role: 'user', want })).want;
    expect(read('to see my bill')).toBe('see my bill');
    expect(read('see my bill')).toBe('see my bill');
  });
});

describe('storyTitle', () => {
  it.each([
    ['see when my team members are working', 'See when my team members are working'],
    ['be able to see x', 'See x'],
    ['to have the ability to export', 'Export'],
    ['that the app works offline', 'The app works offline'],
    ["don't want to see ads", "Don't see ads"],
    ['should not see drafts', "Don't see drafts"],
    ['iOS support', 'iOS support'],
    ['copy/paste rows', 'Copy/paste rows'],
    ['see **bold**\n  text', 'See bold text'],
    ['élan vital', 'Élan vital'],
    [null, ''],
    [
      'export all invoices, orders and other documents that I have got in the last year',
      'Export all invoices, orders and other documents that I have got',
    ],
  ])('%s', (want, title) => {
    expect(storyTitle({ want })).toBe(title);
  });
});

describe('splitStoryLines', () => {
  it('numbers lines, skips blank ones and tags without a story, keeps the text whole', () => {
    const text = '\ufeff#A1# As a user, I want x \r\n\r\n#A1# \n  \nAs an admin, I want y';
    expect(splitStoryLines(text)).toEqual([
      { line: 1, text: '#A1# As a user, I want x ', offset: 1 },
      { line: 5, text: 'As an admin, I want y', offset: 39 },
    ]);
    for (const { text: line, offset } of splitStoryLines(text)) {
      expect(text.startsWith(line, offset)).toBe(true);
    }
  });

  it('has nothing for an empty file', () => {
    expect(splitStoryLines('')).toEqual([]);
    expect(splitStoryLines('\n\n')).toEqual([]);
  });
});

describe('cells', () => {
  it.each([
    ['ABC-1,"As a user, I want x, so that y works",Open', 'y works'],
    ['ABC-1\tAs a user, I want x, so that y works\tOpen', 'y works'],
    ['| 1 | As a user | I want x | so that y works | Open |', 'y works'],
  ])('a story ends with its cell: %s', (text, benefit) => {
    expect(parseStory(text)).toMatchObject({ ok: true, role: 'user', benefit });
  });
});
