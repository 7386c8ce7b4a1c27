import fc from 'fast-check';

/** Scalars on which readers of YAML have been seen to differ, in every quoting. */
const HOSTILE_SCALARS = [
  ...['a', 'b c', '0', '010', '0o17', '0x1F', '0b11', '1_000', '1:30', '190:20:30', '+1', '-0'],
  ...['1.', '.5', '1e3', '1e', '+.inf', '-.INF', '.nan', '.NaN', '1.0', '12345678901234567890'],
  ...['yes', 'No', 'on', 'y', 'true', 'True', 'TRUE', 'tRue', 'null', 'Null', 'NULL', '~', 'nULL'],
  ...['2026-11-24', '2026-11-24T10:00:00Z', '=', '<<', '-', '--', '-a', '?a', ':a', 'a:b', 'a#b'],
  ...[
    "''",
    '""',
    "'it''s'",
    '"a\\n\\u00e9b"',
    '"\\x41\\/"',
    '"\\q"',
    '"\\ud83d\\ude00"',
    '"\\ud83d"',
  ],
  ...["'#'", '": "', '"\\\tb"', "'a: b'", '@a', '`a`', '%a', '!a', '!!str 1', '! 1', '&x a', '*x'],
  ...[
    'é',
    '\u{1F600}',
    '\u00a0',
    'a\u00a0',
    '\u2028',
    '\u0085',
    'a\u2029b',
    '…',
    '|',
    '>',
    '|-',
    '>+',
  ],
  ...[
    '[a, b]',
    '{a: 1}',
    '{a, b: }',
    '[a: b, {c: d}]',
    '[]',
    '{}',
    '[a, ]',
    '[, a]',
    '[a,,b]',
    '{,}',
  ],
  ...[
    '{"a":1}',
    "{'a':b}",
    '{a:1}',
    '[a:1]',
    '[a:]',
    '[?a, -a]',
    '[-]',
    '{? a : b}',
    '[*x]',
    '[&x a]',
  ],
  ...[
    '# c',
    'a # c',
    'a #',
    "'a'#c",
    "'a' # c",
    '[a]#c',
    '[a # c\n  ]',
    'a\n  b',
    "'a\n  b'",
    '"a\n\n  b"',
  ],
  ...[
    '"a\\\n  b"',
    '[a,\n  b]',
    '[a,\nb]',
    '[a,\n]',
    '{a: 1,\n}',
    '"a\n] b"',
    "'\n]'",
    '[\n  [\n  ]\n]',
    '{a: 1,\n  b: 2}',
    '|\n  t',
    '|-\n  t\n\n',
    '>\n  t\n  u\n\n  v',
  ],
  ...[
    '>+\n  t\n\n',
    '|2\n   t',
    '|1\n  t',
    '|\n  t\n # c',
    '|\n\n  t\n   u',
    '>\n  t\n   u\n  v',
    '|+\n',
  ],
  ...[
    '\n  - a\n  - b',
    '\n- a\n- b',
    '\n  - a: 1\n    b: 2',
    '\n  - - a\n    - b',
    '\n  -\n  - a',
    '\n  c: 1',
  ],
  ...[
    '\n  c: 1\n  c: 2',
    '\n  c:\n    d: 1\n   e: 2',
    '\n  # c\n  a',
    '\n# c\n  a',
    '\n# c\n  - a',
    '\n# c\n  c: 1',
    '\n  &x\n  c: 1',
    '&x\n  c: 1',
    '&x [a]',
  ],
  ...[
    '&x\n  - a',
    '&x',
    '!!map {}',
    '\n\tc: 1',
    '\n  c:\t1',
    '-\ta',
    '\n  -\ta',
    '\ta',
    'a\t# c',
    'a\tb',
  ],
  ...[
    '"a',
    "'a",
    '[a',
    '{a',
    ']',
    '}',
    '"a" b',
    "'a' 'b'",
    '[a] b',
    'a: b',
    'a:',
    '- a',
    '? a',
    '? a\n: b',
  ],
];

const SOUP = [
  ...[
    'a',
    'b',
    'k: v',
    ': ',
    ':',
    '- ',
    '-',
    '\n',
    '\n',
    '\n  ',
    '\n    ',
    ' ',
    '\t',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    ',',
    ', ',
    "'",
    '"',
    '# c',
    '#',
    '&x',
    '&x ',
    '*x',
    '*x ',
    '|',
    '>',
    '|-\n',
    '>+\n',
    '?',
    '? ',
    '!',
  ],
  ...[
    '!!str ',
    '%',
    '@',
    '...',
    '\n...\n',
    '--- ',
    '~',
    '010',
    '1.5',
    '\\',
    '\r\n',
    '<<: ',
    'a:\n  b: 1',
  ],
];

const key = fc.constantFrom(
  'a',
  'b',
  'id',
  '"q"',
  "'s'",
  '1',
  '010',
  'true',
  'null',
  '~',
  'a b',
  'é',
);
const scalar = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...HOSTILE_SCALARS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

/** Lines `key: value` as people write them, with hostile values, comments and blank lines. */
const lines = fc
  .array(
    fc.oneof(
      { weight: 10, arbitrary: fc.tuple(key, scalar).map(([k, v]) => `${k}: ${v}`) },
      { weight: 1, arbitrary: fc.tuple(key, scalar).map(([k, v]) => `${k}:\n  ${v}`) },
      { weight: 1, arbitrary: fc.tuple(key, scalar).map(([k, v]) => `${k}:\n  - ${v}\n  - x`) },
      { weight: 1, arbitrary: fc.tuple(key, scalar).map(([k, v]) => `${k}: [x, ${v}]`) },
      { weight: 1, arbitrary: fc.tuple(key, scalar).map(([k, v]) => `${k}: {x: ${v}, y: z}`) },
      { weight: 1, arbitrary: fc.tuple(key, scalar).map(([k, v]) => `${k}:\n  x: ${v}\n  y: z`) },
      { weight: 1, arbitrary: fc.constantFrom('', '# c', '  # c', '\t', '  ', '#') },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => `${all.join('\n')}\n`);

const soup = fc
  .array(fc.constantFrom(...SOUP), { maxLength: 14 })
  .map((parts) => `${parts.join('')}\n`);

/** One piece of soup put into well-formed text, or a few characters taken out. */
const damaged = fc
  .tuple(lines, fc.nat(), fc.nat(3), fc.constantFrom('', ...SOUP))
  .map(([text, at, cut, piece]) => {
    const place = at % text.length;
    return text.slice(0, place) + piece + text.slice(place + cut);
  });

/** Blocks of frontmatter, right and wrong. */
export const hostileBlock = fc
  .tuple(fc.oneof(lines, lines, damaged, soup), fc.boolean())
  .map(([text, crlf]) => (crlf ? text.replace(/\r?\n/g, '\r\n') : text));

/** Well-formed blocks with up to three pieces of soup put in or over a few characters. */
export function damagedBlock(blocks: readonly string[]): fc.Arbitrary<string> {
  const damage = fc.tuple(fc.nat(), fc.nat(4), fc.constantFrom('', ...SOUP));
  return fc
    .tuple(fc.constantFrom(...blocks), fc.array(damage, { maxLength: 3 }))
    .map(([block, damages]) =>
      damages.reduce((text, [at, cut, piece]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + piece + text.slice(place + cut);
      }, block),
    );
}
