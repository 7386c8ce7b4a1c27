import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createDocumentText } from '../../src/item/edit/edit.js';
import { fitToField } from '../../src/item/scalar-rule.js';
import { type Fields, isEqualValue, type Value } from '../../src/item/value.js';
import { runs } from '../support/runs.js';
import { readText } from './codec-corpus.js';
import { splitFile } from './lines-of-keys.js';

test('a new document reads like one written by hand', () => {
  const fields: Fields = {
    created: '2026-11-24',
    title: 'See who is working now',
    x: 'unknown: to the order',
    id: 'ST-7K3F',
    labels: ['calendar', 'api, v2'],
    depends: [],
    points: 5,
    blocked: false,
    score: { risk: 3, value: 8 },
    links: [{ url: 'https://a.example', tags: ['a'] }, 'plain'],
    note: 'Two\nlines\n',
    sprints: [
      '2026-11-26 +2026-S24 5 planned, after the review of the whole team',
      '2026-11-27 -2026-S24 5',
    ],
    persona: null,
    code: '010',
  };
  const text = createDocumentText(fields, 'As a manager, I want hours.', [
    'id',
    'title',
    'points',
    'labels',
    'score.value',
    'score.risk',
    'created',
  ]);
  expect(text).toMatchInlineSnapshot(`
    "---
    id: ST-7K3F
    title: See who is working now
    points: 5
    labels: [calendar, "api, v2"]
    created: 2026-11-24
    x: "unknown: to the order"
    depends: []
    blocked: false
    score:
      value: 8
      risk: 3
    links:
      - url: https://a.example
        tags: [a]
      - plain
    note: |
      Two
      lines
    sprints:
      - 2026-11-26 +2026-S24 5 planned, after the review of the whole team
      - 2026-11-27 -2026-S24 5
    persona:
    code: "010"
    ---

    As a manager, I want hours.
    "
  `);
  expect(isEqualValue(readText(text).fields, fields)).toBe(true);
  expect(createDocumentText({ id: 'a' }, '', [])).toBe('---\nid: a\n---\n');
});

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'a\nb',
    'a\n b\n\n',
    '\n',
    'yes',
    '1e3',
    'a: b',
    '---',
    '- a',
    '# a',
    '\u2028',
    "it's",
    '2026-11-24',
  ),
);
const scalar = fc.oneof(text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null));
const key = fc
  .oneof(fc.constantFrom('id', 'a b', 'x: y', '1', 'null'), fc.string({ maxLength: 8 }))
  .filter((name) => name !== '__proto__');
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar as fc.Arbitrary<Value>,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }) as fc.Arbitrary<Value>,
  ),
}));

test('what is written is read back by both readers', () => {
  fc.assert(
    fc.property(fc.dictionary(key, value, { maxKeys: 6 }), (given) => {
      const written = createDocumentText(given, 'Body\n', ['id']);
      // A number in a field of texts is written, in quotes, as one.
      const fields = Object.fromEntries(
        Object.entries(given).map(([name, one]) => [name, fitToField([name], one)]),
      );
      expect(isEqualValue(readText(written).fields, fields)).toBe(true);
      expect(isEqualValue((parse(splitFile(written)[1]) ?? {}) as Value, fields)).toBe(true);
    }),
    { numRuns: runs(500, 3_000) },
  );
});
