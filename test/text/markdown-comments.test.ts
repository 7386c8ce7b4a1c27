import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskComments, removeComments } from '../../src/text/markdown-comments.js';

it.each([
  ['a <!-- b --> c', 'a c'],
  ['a<!-- b -->c', 'ac'],
  ['<!-- b --> c', 'c'],
  ['a <!-- b -->\n', 'a \n'],
  ['a\n\n<!-- b\nc -->\n\nd\n', 'a\n\nd\n'],
  ['a\n<!-- b -->\nc\n', 'a\n\nc\n'],
  ['- a\n<!-- b -->\n- c\n', '- a\n- c\n'],
  ['- a\n- <!-- b -->\n- c <!-- d --> e\n', '- a\n- c e\n'],
  ['- [ ] <!-- b -->\n', ''],
  ['<!-- a --> <!-- b -->\nc', 'c'],
  ['<!-- never closed\n\nsecret\n', ''],
  ['a <!-- b\n\n## c\n\nd --> e\n', 'a e\n'],
  ['```\n<!-- code -->\n```\n', '```\n<!-- code -->\n```\n'],
  ['`<!-- code -->` and text', '`<!-- code -->` and text'],
  ['a <!-- is no comment', 'a <!-- is no comment'],
  ['a\r\n\r\n<!-- b -->\r\n\r\nc\r\n', 'a\r\n\r\nc\r\n'],
  ['> a\n> <!-- b -->\n> c\n', '> a\n> c\n'],
])('%j is shown as %j', (text, shown) => {
  expect(removeComments(text)).toBe(shown);
});

it('what is hidden is never shown, wherever it stands', () => {
  const piece = fc.constantFrom(
    'a',
    ' ',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '## b',
    '1. ',
    '|',
    '[ ] ',
    '**',
  );
  const pieces = fc.array(piece, { maxLength: 8 }).map((all) => all.join(''));
  fc.assert(
    fc.property(pieces, pieces, pieces, (before, inside, after) => {
      fc.pre(!inside.startsWith('>'));
      const text = `${before}<!--${inside}SECRET${inside}-->${after}`;
      // Four blanks, or a tab, make it code.
      fc.pre(!/^(?:[ >]|- |1\. )* {4}/m.test(before));
      expect(removeComments(text)).not.toContain('SECRET');
      expect(maskComments(text)).not.toContain('SECRET');
      expect(maskComments(text)).toHaveLength(text.length);
    }),
  );
});
