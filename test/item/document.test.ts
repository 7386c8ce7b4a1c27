import { afterEach, describe, expect, test } from 'vitest';
import {
  bodyOf,
  positionOfField,
  readDocument,
  splitFrontmatter,
} from '../../src/item/document.js';
import { growthOf, linearGrowth } from '../support/growth.js';
import { CORPUS, readText } from './codec-corpus.js';

function problemOf(text: string): string {
  const result = readDocument('items/a.md', text);
  if (result.ok) return `read: ${JSON.stringify(result.value.fields)}`;
  expect(result.problems).toHaveLength(1);
  const [problem] = result.problems;
  expect(problem?.kind).toBe('data');
  return `${problem?.path}:${problem?.line}:${problem?.column} ${problem?.message}`;
}

function inBlock(block: string): string {
  return problemOf(`---\n${block}\n---\nBody\n`);
}

describe('good files', () => {
  test('the corpus is large enough and all of it is read', () => {
    expect(CORPUS.size).toBeGreaterThanOrEqual(60);
    for (const [name, text] of CORPUS) {
      const document = readText(text, name);
      expect(document.path).toBe(name);
      expect(document.text).toBe(text);
    }
  });

  test('the corpus holds what the disk must keep: CRLF, marks, missing line ends', () => {
    const texts = [...CORPUS.values()];
    expect(texts.filter((text) => text.includes('\r\n')).length).toBeGreaterThan(6);
    expect(texts.filter((text) => text.startsWith('\uFEFF')).length).toBeGreaterThan(1);
    expect(texts.filter((text) => !text.endsWith('\n')).length).toBeGreaterThan(2);
  });

  test('fences take blanks, a mark before them, CRLF and no line end', () => {
    const document = readText('\uFEFF---  \r\nid: 1\r\n---\t');
    expect(document.fields).toEqual({ id: '1' });
    expect(document.text.slice(document.yamlStart, document.yamlEnd)).toBe('id: 1\r\n');
    expect(bodyOf(document)).toBe('');
    expect(bodyOf(readText('---\nid: 1\n---\n\nA\n---\nB'))).toBe('\nA\n---\nB');
  });

  test('maps have no prototype, so keys that mean something in JavaScript are plain keys', () => {
    const { fields } = readText(
      '---\nconstructor: 1\ntoString: {valueOf: 2}\nhasOwnProperty: 3\n---\n',
    );
    expect(Object.getPrototypeOf(fields)).toBeNull();
    expect(Object.getPrototypeOf(fields['toString'])).toBeNull();
    expect(Object.keys(fields)).toEqual(['constructor', 'toString', 'hasOwnProperty']);
    expect(readText('---\na: 1\n---\n').fields['constructor']).toBeUndefined();
  });

  test('keys that look like numbers or booleans are texts as they stand in the file', () => {
    expect(Object.keys(readText('---\ntrue: a\n0x10: b\n1.50: c\n---\n').fields)).toEqual([
      'true',
      '0x10',
      '1.50',
    ]);
  });

  test('nothing is shared between two readings', () => {
    const text = '---\na: [1]\n---\n';
    expect(readText(text).fields['a']).not.toBe(readText(text).fields['a']);
    const shared = readText('---\na: &x [1]\nb: *x\n---\n').fields;
    expect(shared['a']).toEqual(shared['b']);
    expect(shared['a']).not.toBe(shared['b']);
  });
});

describe('fences', () => {
  test('a lone Markdown file may have no frontmatter', () => {
    expect(splitFrontmatter('# Title\n')).toEqual({ kind: 'none' });
    expect(splitFrontmatter('')).toEqual({ kind: 'none' });
    expect(splitFrontmatter('----\na: 1\n---\n')).toEqual({ kind: 'none' });
    expect(splitFrontmatter('---x\n')).toMatchObject({ kind: 'broken', offset: 0 });
    expect(splitFrontmatter('---\na: 1\n---\nB')).toEqual({
      kind: 'found',
      yamlStart: 4,
      yamlEnd: 9,
      bodyStart: 13,
    });
  });

  test('problems', () => {
    const files = [
      '',
      '# Title\n',
      '----\na: 1\n----\n',
      ' ---\na: 1\n---\n',
      '---\na: 1\n',
      '\uFEFF---\na: 1',
    ];
    const inside = [
      '---\na: 1\n----\n---\n',
      '---\na: 1\n---x: 2\n---\n',
      '---\na: 1\n--- # c\n---\n',
      '\uFEFF---js\n1\n---\n',
    ];
    expect(
      [...files, ...inside].map((text) => `${JSON.stringify(text)} ${problemOf(text)}`).join('\n'),
    ).toMatchInlineSnapshot(`
      """ items/a.md:1:1 no frontmatter: start the file with a line ---, keys, and a line ---
      "# Title\\n" items/a.md:1:1 no frontmatter: start the file with a line ---, keys, and a line ---
      "----\\na: 1\\n----\\n" items/a.md:1:1 no frontmatter: start the file with a line ---, keys, and a line ---
      " ---\\na: 1\\n---\\n" items/a.md:1:1 no frontmatter: start the file with a line ---, keys, and a line ---
      "---\\na: 1\\n" items/a.md:1:1 the frontmatter is never closed: write a line --- after its last key
      "﻿---\\na: 1" items/a.md:1:1 the frontmatter is never closed: write a line --- after its last key
      "---\\na: 1\\n----\\n---\\n" items/a.md:3:1 a line that starts with --- inside the frontmatter must be the closing fence: write --- alone, or quote the value
      "---\\na: 1\\n---x: 2\\n---\\n" items/a.md:3:1 a line that starts with --- inside the frontmatter must be the closing fence: write --- alone, or quote the value
      "---\\na: 1\\n--- # c\\n---\\n" items/a.md:3:1 a line that starts with --- inside the frontmatter must be the closing fence: write --- alone, or quote the value
      "﻿---js\\n1\\n---\\n" items/a.md:1:1 frontmatter in “js” is not supported: write the first line as --- alone, and YAML below it"
    `);
  });
});

describe('frontmatter in other languages', () => {
  const state = globalThis as { ran?: boolean };
  afterEach(() => {
    delete state.ran;
  });

  test('is refused and never run', () => {
    const code = '{ ran: (globalThis.ran = true) }';
    const languages = ['js', 'javascript', ' js', 'json', 'coffee', 'toml', 'JS', 'yaml', 'x'];
    const said = languages.map((name) => problemOf(`---${name}\n${code}\n---\n`));
    expect(state.ran).toBeUndefined();
    expect(said.join('\n')).toMatchInlineSnapshot(`
      "items/a.md:1:1 frontmatter in “js” is not supported: write the first line as --- alone, and YAML below it
      items/a.md:1:1 frontmatter in “javascript” is not supported: write the first line as --- alone, and YAML below it
      items/a.md:1:1 frontmatter in “js” is not supported: write the first line as --- alone, and YAML below it
      items/a.md:1:1 frontmatter in “json” is not supported: write the first line as --- alone, and YAML below it
      items/a.md:1:1 frontmatter in “coffee” is not supported: write the first line as --- alone, and YAML below it
      items/a.md:1:1 frontmatter in “toml” is not supported: write the first line as --- alone, and YAML below it
      items/a.md:1:1 frontmatter in “JS” is not supported: write the first line as --- alone, and YAML below it
      items/a.md:1:1 frontmatter in “yaml” is not supported: write the first line as --- alone, and YAML below it
      items/a.md:1:1 frontmatter in “x” is not supported: write the first line as --- alone, and YAML below it"
    `);
  });

  test('gray-matter would have run it', async () => {
    const { default: matter } = await import('gray-matter');
    matter('---js\n{ ran: (globalThis.ran = true) }\n---\n', {});
    expect(state.ran).toBe(true);
  });
});

describe('broken YAML', () => {
  const rows: readonly [what: string, block: string][] = [
    ['a line without colon', 'a: 1\nb\nc: 2'],
    ['a colon in a value', 'a: 1\ntitle: Fix: it'],
    ['wrong indentation', 'a: 1\n  b: 2'],
    ['wrong indentation in a list', 'a:\n  - b\n   - c\n  d'],
    ['a tab', 'a:\n\tb: 1'],
    ['a tab in a list', 'a:\n  \t- b'],
    ['an open list', 'a: [b, c\nd: 1'],
    ['an open quote', 'a: "b\nc: 1'],
    ['an open list at the end', 'a: [b, c'],
    ['an open quote at the end', 'a: "b'],
    ['a bracket too many', 'a: [b]]'],
    ['a missing comma', 'a: {b: 1 c: 2}'],
    ['an unknown escape', 'a: "\\d"'],
    ['a star', 'a: *b'],
    ['an at sign', 'a: @b'],
    ['two values', 'a: "b" c'],
    ['no blank after the colon', '"a":b'],
    ['a duplicate key', 'a: 1\nb: 2\na: 3'],
    ['a duplicate key, nested', 'a:\n  b: 1\n  "b": 2'],
    ['a duplicate key in braces', 'a: {b: 1, c: 2, b: 3}'],
    ['duplicate keys of two types', '1: a\n"1": b'],
    ['__proto__', 'a: 1\n__proto__: {b: 1}'],
    ['__proto__, escaped', 'a: {"\\x5f_proto__": 1}'],
    ['a null key', '~: 1'],
    ['an empty key', 'a: 1\n: 2'],
    ['a list as key', '[a]: 1'],
    ['an explicit key', '? a\n: b'],
    ['a tag', 'a: !!binary aGk='],
    ['a tag that makes code', 'a: !!js/function "function () {}"'],
    ['a tag on a list', 'a: !x [b]'],
    ['a tag without name', 'a: ! b'],
    ['a directive', '%YAML 1.1'],
    ['an end mark', 'a: 1\n...'],
    ['two documents', 'a: 1\n...\nb: 2'],
    ['a list', '- a\n- b'],
    ['a text', 'just text'],
    ['null', '~'],
    ['an anchor without a value', 'a: &x\nb: *x'],
    ['an alias in itself', 'a: &x [*x]'],
    ['an unknown alias', 'a: [*x]'],
    ['half a surrogate pair', 'a: \ud800'],
    ['half a surrogate pair, escaped', 'b: 1\na: "\\ud800"'],
    ['a control character', 'a: b\u0007'],
    ['a null character', 'a: b\0'],
    ['a lone carriage return', 'a: 1\rb: 2'],
    ['a key of 2,000 characters', `${'k'.repeat(2000)}: 1`],
    ['1,000 blank lines', `a: 1\n${'\n'.repeat(1000)}b: 2`],
  ];
  test('is named with place and remedy', () => {
    expect(
      rows.map(([what, block]) => `${what}: ${inBlock(block)}`).join('\n'),
    ).toMatchInlineSnapshot(`
      "a line without colon: items/a.md:3:1 this line is not “key: value”: add the colon, or indent or quote the text
      a colon in a value: items/a.md:3:11 a value that holds “: ” must be quoted
      wrong indentation: items/a.md:3:4 this key does not line up with the others: indent it like them, or quote a value that holds “: ”
      wrong indentation in a list: items/a.md:5:3 this key does not line up with the others: indent it like them, or quote a value that holds “: ”
      a tab: items/a.md:3:1 a tab indents this line: use spaces
      a tab in a list: items/a.md:3:3 a tab indents this line: use spaces
      an open list: items/a.md:3:1 indent this line more than its key, or close the bracket or quote opened above it
      an open quote: items/a.md:3:1 indent this line more than its key, or close the bracket or quote opened above it
      an open list at the end: items/a.md:3:1 indent this line more than its key, or close the bracket or quote opened above it
      an open quote at the end: items/a.md:3:1 indent this line more than its key, or close the bracket or quote opened above it
      a bracket too many: items/a.md:2:7 a text that starts with ] must be quoted
      a missing comma: items/a.md:2:11 a comma is missing in this list or map
      an unknown escape: items/a.md:2:6 invalid escape after a backslash in double quotes: write \\\\ or use single quotes
      a star: items/a.md:2:6 this alias has no anchor: a value that starts with * must be quoted
      an at sign: items/a.md:2:4 a text that starts with @ must be quoted
      two values: items/a.md:2:8 this follows a value on the same line: quote the whole value
      no blank after the colon: items/a.md:2:5 put a space after the colon
      a duplicate key: items/a.md:4:1 duplicate key “a”: remove one of them
      a duplicate key, nested: items/a.md:4:3 duplicate key “b”: remove one of them
      a duplicate key in braces: items/a.md:2:17 duplicate key “b”: remove one of them
      duplicate keys of two types: items/a.md:3:1 duplicate key “1”: remove one of them
      __proto__: items/a.md:3:1 the key __proto__ is not allowed: use another name
      __proto__, escaped: items/a.md:2:5 the key __proto__ is not allowed: use another name
      a null key: items/a.md:2:1 the key ~ means “no value”: put it in quotes
      an empty key: items/a.md:3:1 a key is missing before this colon: write “key: value”
      a list as key: items/a.md:2:4 a key must be a plain or quoted text: write “key: value”
      an explicit key: items/a.md:2:1 keys written with “?” are not read: write “key: value” on one line
      a tag: items/a.md:2:4 tags (!…) are not read: remove the tag, and quote the value if it is a text
      a tag that makes code: items/a.md:2:4 tags (!…) are not read: remove the tag, and quote the value if it is a text
      a tag on a list: items/a.md:2:4 tags (!…) are not read: remove the tag, and quote the value if it is a text
      a tag without name: items/a.md:2:4 tags (!…) are not read: remove the tag, and quote the value if it is a text
      a directive: items/a.md:2:1 directives (%…) are not read: remove the line
      an end mark: items/a.md:3:1 document marks are not read inside frontmatter: remove the ...
      two documents: items/a.md:3:1 document marks are not read inside frontmatter: remove the ...
      a list: items/a.md:2:3 the frontmatter must be a map: write lines of the form “key: value”
      a text: items/a.md:2:1 the frontmatter must be a map: write lines of the form “key: value”
      null: items/a.md:2:1 the frontmatter must be a map: write lines of the form “key: value”
      an anchor without a value: items/a.md:2:4 this anchor has no value: write one, or remove it
      an alias in itself: items/a.md:2:1 an alias is inside the value it repeats: write the value out
      an unknown alias: items/a.md:2:7 this alias has no anchor: a value that starts with * must be quoted
      half a surrogate pair: items/a.md:2:4 half of a surrogate pair: remove it
      half a surrogate pair, escaped: items/a.md:3:1 a text holds half of a surrogate pair: remove the escape
      a control character: items/a.md:2:5 a control character: remove it, or write it as an escape such as "\\x07" in double quotes
      a null character: items/a.md:2:5 a control character: remove it, or write it as an escape such as "\\x07" in double quotes
      a lone carriage return: items/a.md:2:5 a carriage return without a line feed: end lines with LF or CRLF
      a key of 2,000 characters: items/a.md:2:1 a key of more than 1000 characters: shorten it
      1,000 blank lines: items/a.md:2:5 more than 500 blanks in a row: remove some"
    `);
  });

  test('columns count from the line’s start in CRLF and after a byte order mark', () => {
    expect(problemOf('\uFEFF---\r\na: 1\r\nb: [c\r\n---\r\n')).toMatchInlineSnapshot(
      `"items/a.md:4:1 indent this line more than its key, or close the bracket or quote opened above it"`,
    );
  });
});

describe('limits', () => {
  const nested = (depth: number) => `a: ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}`;
  const bomb = (levels: number) =>
    Array.from({ length: levels }, (_, at) =>
      at === 0
        ? 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'
        : `a${at}: &a${at} [${Array(10)
            .fill(`*a${at - 1}`)
            .join(', ')}]`,
    ).join('\n');
  const aliases = (count: number) => `x: &x 1\ny: [${Array(count).fill('*x').join(', ')}]`;
  const nodes = (count: number) =>
    `a: [${Array(count - 1)
      .fill('1')
      .join(', ')}]`;

  test('hold at their edge and are named beyond it', () => {
    expect(inBlock(nested(32)).startsWith('read: ')).toBe(true);
    expect(inBlock(aliases(100)).startsWith('read: ')).toBe(true);
    expect(inBlock(nodes(10_000)).startsWith('read: ')).toBe(true);
    const beyond = {
      'depth 33': inBlock(`b: 1\n${nested(33)}`),
      'depth 33 in blocks': inBlock(
        Array.from({ length: 33 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      ),
      'depth 100,000': inBlock(`a: ${'['.repeat(100_000)}`),
      '101 aliases': inBlock(aliases(101)),
      '10,001 values': inBlock(`b: 1\n${nodes(10_000)}`),
      'a frontmatter of 2 MB': inBlock(`a: ${'x'.repeat(2 * 1024 * 1024)}`),
      'a file of 6 MB': problemOf(`---\na: 1\n---\n${'x'.repeat(6 * 1024 * 1024)}`),
    };
    expect(beyond).toMatchInlineSnapshot(`
      {
        "10,001 values": "items/a.md:3:1 more than 10,000 values: shorten the frontmatter",
        "101 aliases": "items/a.md:3:405 more than 100 aliases: write the values out",
        "a file of 6 MB": "items/a.md:1:1 the file is larger than 5 MB: split it",
        "a frontmatter of 2 MB": "items/a.md:2:1 the frontmatter is larger than 1 MB: move text to the body",
        "depth 100,000": "items/a.md:2:131 values nested more than 32 deep: flatten them",
        "depth 33": "items/a.md:3:1 values nested more than 32 deep: flatten them",
        "depth 33 in blocks": "items/a.md:2:1 values nested more than 32 deep: flatten them",
      }
    `);
  });

  test('ten levels of aliases are refused before anything walks them', () => {
    inBlock(bomb(2));
    // Walked, ten levels of ten are ten thousand million values: the test would not end.
    expect(inBlock(bomb(10))).toMatchInlineSnapshot(
      `"items/a.md:3:10 the aliases stand for more than 10,000 values: shorten the frontmatter"`,
    );
  });

  test('a large block of hostile lines takes linear time', () => {
    const blocks = [
      '#\n',
      'a: [',
      '- ',
      '"',
      '&a ',
      'a: |\n \n',
      '? ',
      '{',
      '\n \n#',
      "'",
      '- &x a\n',
    ];
    const read = (size: number) => {
      for (const part of blocks) inBlock(part.repeat(Math.floor(size / part.length)));
    };
    expect(growthOf(read, 100_000)).toBeLessThan(linearGrowth);
  });
});

describe('positions of fields', () => {
  test('are those of the key, or the element, in the file', async () => {
    const document = readText(
      '\uFEFF---\r\nid: 1\r\n# c\r\nscore:\r\n  value: &v 8\r\nlabels:\r\n  - a\r\n  - {b: 1}\r\nflow: {x: 1, "y": 2}\r\n---\r\n',
    );
    const paths = [
      'id',
      'score',
      'score.value',
      'labels.1',
      'labels.1.b',
      'flow.y',
      'none',
      'id.none',
      'labels.9',
    ];
    const found = await Promise.all(
      paths.map(async (path) => [path, await positionOfField(document, path.split('.'))]),
    );
    expect(Object.fromEntries(found)).toEqual({
      id: { line: 2, column: 1 },
      score: { line: 4, column: 1 },
      'score.value': { line: 5, column: 3 },
      'labels.1': { line: 8, column: 5 },
      'labels.1.b': { line: 8, column: 6 },
      'flow.y': { line: 9, column: 14 },
      none: null,
      'id.none': null,
      'labels.9': null,
    });
  });
});
