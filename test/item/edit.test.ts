import { describe, expect, test } from 'vitest';
import { editFields, type FieldEdit, replaceBody } from '../../src/item/edit/edit.js';
import type { Value } from '../../src/item/value.js';
import { readText } from './codec-corpus.js';

const ORDER = [
  'id',
  'type',
  'status',
  'title',
  'points',
  'labels',
  'score',
  'score.value',
  'score.urgency',
  'score.risk',
];

/** The block after one edit, or the problem’s place and message. */
function edit(block: string, path: string, value: Value | undefined): string {
  return editAll(block, { path: path.split('.') as [string], value });
}

function editAll(block: string, ...edits: readonly FieldEdit[]): string {
  const result = editFields(readText(`---\n${block}---\nBody\n`), edits, ORDER);
  if (!result.ok) {
    return result.problems
      .map(({ line, column, message }) => `${line}:${column} ${message}`)
      .join('\n');
  }
  expect(result.value.startsWith('---\n') && result.value.endsWith('---\nBody\n')).toBe(true);
  return result.value.slice(4, -9);
}

describe('changing a value', () => {
  const rows: readonly [what: string, before: string, value: Value, after: string][] = [
    ['plain', 'k: a # c\n', 'b c', 'k: b c # c\n'],
    ['single quotes', "k: 'a' # c\n", "it's", "k: 'it''s' # c\n"],
    ['double quotes', 'k: "a"\n', 'b', 'k: "b"\n'],
    ['single quotes that cannot hold it', "k: 'a'\n", 'b\tc', 'k: "b\\tc"\n'],
    ['a number in quotes', "k: '5'\n", 8, 'k: 8\n'],
    ['a text that looks like a number', 'k: 5\n', '010', 'k: "010"\n'],
    ['a text others take for a boolean', 'k: a\n', 'yes', 'k: "yes"\n'],
    ['a date', 'k: 2026-11-24\n', '2026-12-01', 'k: 2026-12-01\n'],
    ['a colon', 'k: a\n', 'b: c', 'k: "b: c"\n'],
    ['a hash', 'k: a\n', 'b #c', 'k: "b #c"\n'],
    ['double quotes in it', 'k: a\n', 'say: "x"', `k: 'say: "x"'\n`],
    ['a dash', 'k: a\n', '- b', 'k: "- b"\n'],
    ['null', 'k: a # c\n', null, 'k: null # c\n'],
    ['nothing', 'k: # c\nl: 1\n', 5, 'k: 5 # c\nl: 1\n'],
    ['nothing, to a map', 'k: # c\nl: 1\n', { a: 1 }, 'k: # c\n  a: 1\nl: 1\n'],
    ['many lines', 'k: a # c\nl: 1\n', 'b\nc\n', 'k: | # c\n  b\n  c\nl: 1\n'],
    ['a block text', 'k: | # c\n   a\n\nl: 1\n', 'b\n\nc', 'k: |- # c\n   b\n\n   c\n\nl: 1\n'],
    ['a folded text', 'k: >-\n  a\n  b\nl: 1\n', 'c\nd', 'k: >-\n  c\n\n  d\nl: 1\n'],
    ['a block text to a number', 'k: | # c\n  a\nl: 1\n', 5, 'k: 5 # c\nl: 1\n'],
    ['a text of several lines', 'k: a\n  b # c\nl: 1\n', 'd', 'k: d # c\nl: 1\n'],
    ['a value below its key', 'k:\n  # why\n  a # c\nl: 1\n', 'd', 'k:\n  # why\n  d # c\nl: 1\n'],
    ['an alias', 'j: &x 1\nk: *x\n', 2, 'j: &x 1\nk: 2\n'],
    ['an anchor without aliases', 'k: &x a\n', 'b', 'k: &x b\n'],
    ['a list to a text', 'k: # c\n  - a\n  # own\n  - b\nl: 1\n', 'd', 'k: d # c\n  # own\nl: 1\n'],
    ['a list to no elements', 'k:\n  - a\nl: 1\n', [], 'k: []\nl: 1\n'],
    ['a list to other elements', 'k:\n  - a\nl: 1\n', ['b'], 'k: [b]\nl: 1\n'],
    ['a map to another', 'k: {a: 1}\nl: 1\n', { b: 2 }, 'k: {b: 2}\nl: 1\n'],
    [
      'a map of the same keys',
      'k:\n  # c\n  a: 1 # d\n  b: 2\n',
      { a: 3, b: 2 },
      'k:\n  # c\n  a: 3 # d\n  b: 2\n',
    ],
    ['the same', "k: 'a'\n", 'a', "k: 'a'\n"],
  ];
  test.each(rows)('%s', (_what, before, value, after) => {
    expect(edit(before, 'k', value)).toBe(after);
  });
});

describe('lists', () => {
  const rows: readonly [what: string, before: string, value: Value, after: string][] = [
    [
      'append',
      'k:\n  - a # c\n  # own\n  - "b" # d\nl: 1\n',
      ['a', 'b', 'c'],
      'k:\n  - a # c\n  # own\n  - "b" # d\n  - "c"\nl: 1\n',
    ],
    [
      'append below a comment',
      'k:\n- a\n  # on a\n# on l\nl: 1\n',
      ['a', 'b'],
      'k:\n- a\n  # on a\n- b\n# on l\nl: 1\n',
    ],
    ['prepend', 'k:\n  - a\n', ['z', 'a'], 'k:\n  - z\n  - a\n'],
    [
      'remove',
      'k:\n  - a # c\n  # own\n  - b # d\n  - c\n',
      ['a', 'c'],
      'k:\n  - a # c\n  # own\n  - c\n',
    ],
    ['replace one', 'k:\n  - a # c\n  - b\n', ['z', 'b'], 'k:\n  - z\n  - b\n'],
    [
      'add a map',
      'k:\n  - {a: 1}\n',
      [{ a: 1 }, { a: 2, b: [1] }],
      'k:\n  - {a: 1}\n  - a: 2\n    b: [1]\n',
    ],
    ['flow append', 'k: [a, b ] # c\n', ['a', 'b', 'c d'], 'k: [a, b, c d ] # c\n'],
    ['flow append, with a comma at the end', 'k: [a, b,]\n', ['a', 'b', 'c'], 'k: [a, b, c,]\n'],
    ['flow append, quoted', "k: ['a']\n", ['a', 'b'], "k: ['a', 'b']\n"],
    ['flow append, quoted where needed', 'k: [a]\n', ['a', 'b, c'], 'k: [a, "b, c"]\n'],
    ['flow remove the first', 'k: [a, b,  c]\n', ['b', 'c'], 'k: [b,  c]\n'],
    ['flow remove the last', 'k: [a, b,  c]\n', ['a', 'b'], 'k: [a, b]\n'],
    ['flow remove some', 'k: [a, b, c, d]\n', ['a'], 'k: [a]\n'],
    ['flow replace the last', 'k: [a, b]\n', ['a', 'c'], 'k: [a, c]\n'],
    ['flow to nothing', 'k: [a, b] # c\n', [], 'k: [] # c\n'],
    ['flow from nothing', 'k: [] # c\n', ['a'], 'k: [a] # c\n'],
    [
      'flow on lines, remove',
      'k: [\n  a, # c\n  # own\n  b, # d\n  c\n]\n',
      ['a', 'c'],
      'k: [\n  a, # c\n  # own\n  c\n]\n',
    ],
    [
      'flow on lines, remove the last',
      'k: [\n  a, # c\n  b # d\n]\n',
      ['a'],
      'k: [\n  a, # c\n]\n',
    ],
    ['flow remove the last, with a comma at the end', 'k: [a, b,]\n', ['a'], 'k: [a,]\n'],
    ['flow remove at the end of a line', 'k: [a, b,\n  c]\n', ['a', 'c'], 'k: [a,\n  c]\n'],
    ['flow remove two at the end', 'k: [a, b, c,]\n', ['a'], 'k: [a,]\n'],
    ['flow remove the last, blanks inside', 'k: [ a, b ]\n', ['a'], 'k: [ a ]\n'],
    ['an anchored element stays', 'j: [&x a]\nk: *x\n', 'b', 'j: [&x a]\nk: b\n'],
  ];
  test.each(rows)('%s', (_what, before, value, after) => {
    expect(edit(before, 'k', value)).toBe(after);
  });
});

describe('new keys', () => {
  const rows: readonly [what: string, before: string, path: string, value: Value, after: string][] =
    [
      [
        'after the one before it',
        'id: 1\n# on title\ntitle: a # c\nlabels: []\n',
        'points',
        5,
        'id: 1\n# on title\ntitle: a # c\npoints: 5\nlabels: []\n',
      ],
      [
        'after a block',
        'id: 1\nlabels:\n  - a # c\n  # deeper\n# own\nz: 1\n',
        'score',
        { value: 8 },
        'id: 1\nlabels:\n  - a # c\n  # deeper\nscore:\n  value: 8\n# own\nz: 1\n',
      ],
      [
        'after a block text',
        'id: |\n  a\n\nz: 1\n',
        'title',
        'b',
        'id: |\n  a\ntitle: b\n\nz: 1\n',
      ],
      ['last, when the order does not know it', 'z: 1\n# end\n', 'x', 'a', 'z: 1\nx: a\n# end\n'],
      ['to nothing', '', 'id', 'a', 'id: a\n'],
      ['below comments', '# c\n', 'id', 'a', '# c\nid: a\n'],
      [
        'nested, with its map',
        'title: a\nz: 1\n',
        'score.value',
        8,
        'title: a\nscore:\n  value: 8\nz: 1\n',
      ],
      [
        'nested, in order',
        'score:\n    value: 8\n    risk: 1\n',
        'score.urgency',
        2,
        'score:\n    value: 8\n    urgency: 2\n    risk: 1\n',
      ],
      [
        'nested, in braces',
        'score: {value: 8, risk: 1}\n',
        'score.urgency',
        2,
        'score: {value: 8, urgency: 2, risk: 1}\n',
      ],
      ['nested, in empty braces', 'score: {}\n', 'score.value', 2, 'score: {value: 2}\n'],
      [
        'nested, in an empty value',
        'score: # c\nz: 1\n',
        'score.value',
        2,
        'score: # c\n  value: 2\nz: 1\n',
      ],
      [
        'in braces all around',
        '{id: 1, title: a}\n',
        'points',
        2,
        '{id: 1, title: a, points: 2}\n',
      ],
      ['a key that needs quotes', 'id: 1\n', 'a: b', 2, 'id: 1\n"a: b": 2\n'],
      [
        'a long list',
        'id: 1\n',
        'labels',
        Array.from({ length: 9 }, (_, i) => `label-${i}-x`),
        `id: 1\nlabels:\n${Array.from({ length: 9 }, (_, i) => `  - label-${i}-x\n`).join('')}`,
      ],
      [
        'with the root’s indent',
        '  id: 1\n  z: 1\n',
        'title',
        'a',
        '  id: 1\n  title: a\n  z: 1\n',
      ],
    ];
  test.each(rows)('%s', (_what, before, path, value, after) => {
    expect(edit(before, path, value)).toBe(after);
  });
});

describe('removing a key', () => {
  const rows: readonly [what: string, before: string, path: string, after: string][] = [
    [
      'takes its line and comment',
      '# on a\na: 1 # c\n# on b\nb: 2\n',
      'a',
      '# on a\n# on b\nb: 2\n',
    ],
    [
      'takes its block, not the comments on lines of their own',
      'a:\n  - 1 # c\n  # own\n  - 2\nb: 2\n',
      'a',
      '  # own\nb: 2\n',
    ],
    ['takes a text with a hash', 'a: |\n  x\n  # text\n\nb: 2\n', 'a', '\nb: 2\n'],
    ['takes blank lines a text keeps', 'a: |+\n  x\n\nb: 2\n', 'a', 'b: 2\n'],
    ['leaves an empty block', 'a: 1\n', 'a', ''],
    [
      'leaves an empty map',
      'a: # c\n  b: 1 # d\n  # own\nc: 1\n',
      'a.b',
      'a: {} # c\n  # own\nc: 1\n',
    ],
    ['in braces, the first', 'a: {b: 1, c: 2}\n', 'a.b', 'a: {c: 2}\n'],
    ['in braces, the last', 'a: {b: 1, c: 2}\n', 'a.c', 'a: {b: 1}\n'],
    ['in braces, the only one', 'a: {b: 1}\n', 'a.b', 'a: {}\n'],
    ['that is not there', 'a: 1\n', 'b', 'a: 1\n'],
    ['that is not there, nested', 'a: 1\n', 'a.b.c', 'a: 1\n'],
    ['with an anchor nobody uses', 'a: &x 1\nb: 2\n', 'a', 'b: 2\n'],
  ];
  test.each(rows)('%s', (_what, before, path, after) => {
    expect(edit(before, path, undefined)).toBe(after);
  });
});

describe('refused', () => {
  const rows: readonly [what: string, before: string, path: string, value: Value | undefined][] = [
    ['an anchored value', 'a: &x 1\nb: 2\nc: *x\n', 'a', 2],
    ['an anchored key', 'z: 0\n&x a: 1\nc: *x\n', 'a', undefined],
    ['removing an anchored value', 'a: &x 1\nb: 2\nc: *x\n', 'a', undefined],
    ['removing what holds an anchor', 'a:\n  - &x 1\nb: 2\nc: *x\n', 'a', undefined],
    ['a list that is repeated', 'a: &x [1]\nc: *x\n', 'a', [1, 2]],
    ['inside a map that is repeated', 'a: &x {b: 1}\nc: *x\n', 'a.b', 2],
    ['a new key in a map that is repeated', 'a: &x {b: 1}\nc: *x\n', 'a.d', 2],
    ['inside an alias', 'a: &x {b: 1}\nc: *x\n', 'c.b', 2],
    ['inside a text', 'a: b\n', 'a.b', 2],
    ['half a character', 'a: b\n', 'a', '\ud800'],
    ['a key with a meaning in JavaScript', 'a: b\n', '__proto__', 'x'],
  ];
  const said = rows.map(([what, before, path, value]) => `${what}: ${edit(before, path, value)}`);
  test('says why and where', () => {
    expect(said.join('\n')).toMatchInlineSnapshot(`
      "an anchored value: 2:7 “a” holds the anchor &x (line 2), which *x repeats (line 4): replace the alias by its value first
      an anchored key: 3:4 “a” holds the anchor &x (line 3), which *x repeats (line 4): replace the alias by its value first
      removing an anchored value: 2:7 “a” holds the anchor &x (line 2), which *x repeats (line 4): replace the alias by its value first
      removing what holds an anchor: 3:8 “a” holds the anchor &x (line 3), which *x repeats (line 5): replace the alias by its value first
      a list that is repeated: 2:7 “a” or what contains it holds the anchor &x (line 2), which *x repeats (line 3): replace the alias by its value first
      inside a map that is repeated: 2:7 “a.b” or what contains it holds the anchor &x (line 2), which *x repeats (line 3): replace the alias by its value first
      a new key in a map that is repeated: 2:7 “a.d” or what contains it holds the anchor &x (line 2), which *x repeats (line 3): replace the alias by its value first
      inside an alias: 3:1 “c” repeats another value by an alias, so “b” in it cannot be changed alone: replace the alias by its value first
      inside a text: 2:1 “a” is not a map, so “b” cannot be set in it: remove “a” first
      half a character: 2:1 “a” cannot be set to this value: a text holds half of a surrogate pair: remove the escape
      a key with a meaning in JavaScript: 2:1 “__proto__” cannot be set to this value: the key __proto__ is not allowed: use another name"
    `);
  });
});

test('line ends, byte order mark and a missing final newline stay', () => {
  const document = readText('\uFEFF---\r\nid: 1\r\nlabels:\r\n  - a\r\n---\r\nBody');
  const result = editFields(
    document,
    [
      { path: ['labels'], value: ['a', 'b'] },
      { path: ['score', 'value'], value: 8 },
      { path: ['text'], value: 'a\nb\n' },
    ],
    ORDER,
  );
  expect(result).toEqual({
    ok: true,
    value:
      '\uFEFF---\r\nid: 1\r\nlabels:\r\n  - a\r\n  - b\r\nscore:\r\n  value: 8\r\ntext: |\r\n  a\r\n  b\r\n---\r\nBody',
  });
});

test('a new body leaves the frontmatter alone', () => {
  expect(replaceBody(readText('---\r\nid: 1 # c\r\n---'), 'New\n')).toBe(
    '---\r\nid: 1 # c\r\n---\r\nNew\n',
  );
  expect(replaceBody(readText('---\nid: 1\n---\nOld'), '')).toBe('---\nid: 1\n---\n');
});
