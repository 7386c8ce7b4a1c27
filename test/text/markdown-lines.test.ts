import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { type LineKind, scanMarkdown } from '../../src/text/markdown-lines.js';

const parser = new MarkdownIt('commonmark');

/** What the lines of a text are to markdown-it. */
function kindsByTokens(text: string): readonly string[] {
  const kinds = text
    .replace(/\n$/, '')
    .split('\n')
    .map(() => 'blank');
  const mark = (map: readonly number[] | null, kind: string) => {
    for (let line = map?.[0] ?? 0; line < (map?.[1] ?? 0); line += 1) kinds[line] = kind;
  };
  for (const token of parser.parse(text, {})) {
    const { type, map } = token;
    if (type === 'paragraph_open') mark(map, 'text');
    if (type === 'heading_open') mark(map, 'heading');
    if (type === 'fence' || type === 'code_block') mark(map, 'code');
    if (type === 'html_block') mark(map, 'html');
    if (type === 'hr') mark(map, 'rule');
  }
  return kinds;
}

const names: Readonly<Partial<Record<LineKind, string>>> = {
  underline: 'heading',
  fence: 'code',
  raw: 'html',
};

function kindsByScan(text: string): readonly string[] {
  return scanMarkdown(text).lines.map(({ kind }) => names[kind] ?? kind);
}

/** Whether a blank line belongs to the code or HTML around it is one to us. */
function withoutBlanks(text: string, kinds: readonly string[]): readonly string[] {
  const lines = text.split('\n');
  return kinds.map((kind, index) => (/[^>\s]/.test(lines[index] ?? '') ? kind : ''));
}

const marks = fc.constantFrom(
  '> ',
  '>',
  '- ',
  '-',
  '* ',
  '+   ',
  '1. ',
  '2) ',
  '  ',
  '   ',
  '    ',
  '      ',
  '\t',
  ' ',
  '',
);
const content = fc.constantFrom(
  'a word',
  'two words',
  '',
  '',
  '# Title',
  '## Title ##',
  '#no',
  '#',
  '```',
  '````',
  '~~~',
  '``` js',
  '```a`b',
  '===',
  '---',
  '-',
  '***',
  '* * *',
  '_',
  '<div>',
  '</div>',
  '<pre>',
  'x</pre>',
  '<b>',
  '<b> x',
  '<!-- note -->',
  '<script>',
  '</script>',
  '<?php',
  '?>',
  '<!DOCTYPE x>',
  '| a | b |',
  '7',
  '= x',
  'a\\',
);
const line = fc
  .tuple(fc.array(marks, { maxLength: 3 }), content)
  .map(([before, text]) => before.join('') + text);
const document = fc.array(line, { minLength: 1, maxLength: 9 }).map((lines) => lines.join('\n'));

describe('scanMarkdown', () => {
  it('divides a text into the lines of the blocks that markdown-it finds', () => {
    fc.assert(
      fc.property(document, (text) => {
        // Here markdown-it ends a paragraph where CommonMark goes on with it.
        fc.pre(!/[-+*.)>](?:\t| {3})|(?:\t| {4}).*>|[^>\s].*\n[ >]*(?:\t| {4})/.test(text));
        fc.pre(text.trim() !== '');
        expect(withoutBlanks(text, kindsByScan(text))).toEqual(
          withoutBlanks(text, kindsByTokens(text)),
        );
      }),
      { numRuns: 3_000 },
    );
  });
});

/** A mark a line: Heading, underline (=), Text, Code, Fence, Html, Raw, - (rule), . (blank). */
const letters: Readonly<Record<LineKind, string>> = {
  heading: 'H',
  underline: '=',
  text: 'T',
  code: 'C',
  fence: 'F',
  html: 'h',
  raw: 'R',
  rule: '-',
  blank: '.',
};

it.each([
  ['# A\n## B ##\nC\nD\n==\nE\n--', 'HHHH=H='],
  ['text\n    goes on\n\n    code\n\n\tcode', 'TT.C.C'],
  ['- a\n\n  b\n\n      code\n\n    c', 'T.T.C.T'],
  ['```gherkin\n# a\n~~~\n````\ntext', 'FCCFT'],
  ['- ```\n  # a\n\nb', 'FCCT'],
  ['> ```\n> a\nb', 'FCT'],
  ['<pre>\n# a\n\n</pre>\n# b', 'RRRRH'],
  ['<div>\n# a\n\n# b', 'hh.H'],
  ['a <!-- b\n# c\n\nd --> e\n# f', 'ThhTH'],
  ['<!-- a\n# b\n--> c\n# d', 'hhhH'],
  ['- <!-- a\n- b\n\nc', 'hT.T'],
  ['***\n- - -\n\n-\n\n  a', '--...T'],
])('%j is %s', (text, kinds) => {
  expect(
    scanMarkdown(text)
      .lines.map(({ kind }) => letters[kind])
      .join(''),
  ).toBe(kinds);
});

it.each([
  ['a <!-- b --> c <!-- d -->', ['<!-- b -->', '<!-- d -->']],
  ['a <!-- b\n\nc --> d', ['<!-- b\n\nc -->']],
  ['a <!-- b', []],
  ['<!-- a\n\n# b\n', ['<!-- a\n\n# b']],
  ['> <!-- a\n> b\n\nc', ['<!-- a\n> b']],
  ['`<!-- a -->` <!--> b', ['<!-->']],
  ['```\n<!-- a -->\n```\n\n    <!-- b -->', []],
  ['<pre>\n<!-- a -->\n</pre>', ['<!-- a -->']],
  ['# a <!-- b -->\n- <!-- c -->', ['<!-- b -->', '<!-- c -->']],
])('the comments of %j are %j', (text, comments) => {
  expect(scanMarkdown(text).comments.map((span) => text.slice(...span))).toEqual(comments);
});

it('the time it takes grows with the length of a hostile text, not with its square', () => {
  const parts = [
    '`',
    '<!--',
    '-->',
    '# ',
    '=',
    '* ',
    '> ',
    '1. ',
    '`a',
    '<!---->',
    '<!--\n',
    '- [ ] a\n',
  ];
  const timeOf = (times: number) => {
    const started = performance.now();
    for (const part of parts) scanMarkdown(`${part.repeat(times)}x${times}`);
    return performance.now() - started;
  };
  timeOf(2_000);
  expect(timeOf(64_000) / timeOf(4_000)).toBeLessThan(150);
});
