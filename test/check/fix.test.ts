import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyFixes, fixText } from '../../src/check/fix.js';
import { checkStandalone } from './check-text.js';

async function findFixes(text: string) {
  return (await checkStandalone(text)).fixes.get('story.md') ?? [];
}

const fix = (text: string) => fixText(text, findFixes);

it('mends articles and doubled words, and nothing else', async () => {
  expect(
    await fix('As an guest, I want want to to leave a answer in the the book, so that it stays.\n'),
  ).toBe('As a guest, I want to leave an answer in the book, so that it stays.\n');
  expect(await fix('As an a editor, I want a A4 page, so that so that it fits.\n')).toBe(
    'As an editor, I want a A4 page, so that so that it fits.\n',
  );
});

it('takes no markup and no letter for a word', async () => {
  for (const want of ['see the **the ward** now', 'see the [the oven](http://x) now']) {
    const text = `As a cook, I want to ${want}, so that I cook.\n`;
    expect(await fix(text)).toBe(text);
  }
  const letters =
    'As a tester, I want level A issues and grade A eggs, so that option a only stays.\n';
  expect(await fix(letters)).toBe(letters);
  expect(await fix('As A editor, I want a answer, so that it stays.\n')).toBe(
    'As An editor, I want an answer, so that it stays.\n',
  );
});

it('leaves code, quotes, links and line ends alone', async () => {
  const text =
    'As a guest, I want to type `a apple the the` and "a apple" in the\nthe box, so that [a apple](http://a.an/an/a apple) works.\n';
  const fixed = await fix(text);
  expect(fixed).toContain('`a apple the the` and "a apple" in the\nthe box');
});

it('makes edits that overlap in turns', () => {
  const edits = [[{ span: [0, 3] as const, text: 'x' }], [{ span: [2, 4] as const, text: 'y' }]];
  expect(applyFixes('abcdef', edits)).toBe('xdef');
});

/** What is said, without articles and with doubled words once. */
function meaning(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
  return words
    .filter((word) => word !== 'a' && word !== 'an')
    .filter((word, i, all) => word !== all[i - 1])
    .join(' ');
}

const word = fc.constantFrom(
  ...'a an the and to of for user hour apple guest unit FAQ URL HTML I want so that that in'.split(
    ' ',
  ),
  ...[
    '1',
    '8',
    '`a an`',
    '"an a"',
    'über',
    'É',
    '\u202e',
    ',',
    '.',
    '\n',
    '  ',
    'X',
    'use',
    'A',
    'An',
  ],
);
const sentence = fc
  .tuple(fc.array(word, { maxLength: 8 }), fc.array(word, { maxLength: 12 }), fc.array(word))
  .map(
    ([role, want, benefit]) =>
      `As ${role.join(' ')} clerk, I want to ${want.join(' ')} it, so that ${benefit.join(' ')} holds`,
  );

it('is idempotent and changes no meaning', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(sentence, fc.string()), async (text) => {
      const fixed = await fix(text);
      expect(await fix(fixed)).toBe(fixed);
      expect(meaning(fixed)).toBe(meaning(text));
    }),
    { numRuns: 300 },
  );
});
