import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Document } from '../../src/item/document.js';
import { editFields, type FieldEdit } from '../../src/item/edit/edit.js';
import { fieldRules, fitToField } from '../../src/item/scalar-rule.js';
import { isEqualValue, type Value } from '../../src/item/value.js';
import { parseBlock, readTree } from '../../src/item/yaml/yaml-tree.js';
import { runs } from '../support/runs.js';
import { CORPUS, readCorpus, readText } from './codec-corpus.js';
import { findRegion, isFlowRoot, splitFile, splitLines } from './lines-of-keys.js';

const ORDER = [
  'id',
  'type',
  'status',
  'title',
  'points',
  'labels',
  'score',
  'score.value',
  'score.risk',
];
const NAMES = [...CORPUS.keys()];
type Path = readonly [string, ...string[]];
type Plain = Value | undefined;

/** Every path of keys in a document’s maps. */
function pathsOf(value: Plain, parent: readonly string[] = []): Path[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [...parent, key] as unknown as Path,
    ...pathsOf(inner, [...parent, key]),
  ]);
}

function valueAt(value: Plain, path: readonly string[]): Plain {
  return path.reduce<Plain>(
    (at, key) =>
      typeof at === 'object' && at !== null && !Array.isArray(at) && Object.hasOwn(at, key)
        ? (at as { readonly [key: string]: Value })[key]
        : undefined,
    value,
  );
}

function withValue(value: Plain, [key, ...rest]: readonly string[], put: Plain): Value {
  const copy = { ...(value as { [key: string]: Value }) };
  if (rest.length > 0) copy[key as string] = withValue(copy[key as string] ?? {}, rest, put);
  else if (put === undefined) delete copy[key as string];
  else copy[key as string] = put;
  return copy;
}

const text = fc.oneof(
  fc.constantFrom(
    ...[
      'a',
      'b c',
      '',
      ' ',
      '010',
      '1:30',
      'yes',
      'null',
      '~',
      '- a',
      '-',
      'a: b',
      'a #b',
      '#a',
      ': ',
    ],
    ...[
      "it's",
      '"x"',
      '\\',
      '|',
      '>',
      '*a',
      '&a',
      '!a',
      '%a',
      '@a',
      '`a',
      '[a]',
      '{a: 1}',
      'a, b',
      '?',
    ],
    ...[
      '2026-11-24',
      'é',
      '\u{1F600}',
      '\u00a0',
      '\u2028',
      '\u0085',
      '\uFEFF',
      '\0',
      '\x1b[31m',
      '\x7f',
    ],
    ...[
      'a\nb',
      'a\nb\n',
      'a\n\nb\n\n',
      '\na',
      ' a\n b',
      'a \nb',
      'a\n  b\nc',
      'a\r\nb',
      'a\tb',
      '\ta',
      '---',
      '...',
    ],
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const scalar = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
const key = fc.oneof(
  fc.constantFrom('a', 'value', 'x y', 'a: b', '1', 'true'),
  fc.string({ minLength: 1, maxLength: 6 }),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(
      key.filter((name) => name !== '__proto__'),
      scalar,
      { maxKeys: 3 },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.dictionary(fc.constantFrom('a', 'b'), scalar, { maxKeys: 2 }), {
      maxLength: 3,
    }),
  },
) as fc.Arbitrary<Value>;

/** A change to a list’s elements: those taken out, and one put in. */
const listChange = fc.record({
  drop: fc.array(fc.nat(9), { maxLength: 2 }),
  insert: fc.option(fc.tuple(fc.nat(9), scalar), { nil: undefined }),
});

const edit = fc.record({
  name: fc.constantFrom(...NAMES),
  kind: fc.constantFrom('set', 'list', 'remove', 'new', 'nested'),
  pick: fc.nat(),
  key: fc.constantFrom('points', 'x-new', 'status', 'a b', 'sprint', 'b: c'),
  value,
  listChange,
});
type Choice = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** What a choice means for a document. */
function editOf(document: Document, choice: Choice): FieldEdit {
  const paths = pathsOf(document.fields);
  const path = paths[choice.pick % Math.max(paths.length, 1)] ?? [choice.key];
  const lists = paths.filter((each) => Array.isArray(valueAt(document.fields, each)));
  const listPath = lists[choice.pick % Math.max(lists.length, 1)];
  switch (choice.kind) {
    case 'set':
      return { path, value: choice.value };
    case 'list': {
      if (listPath === undefined) return { path, value: choice.value };
      const list = [...(valueAt(document.fields, listPath) as readonly Value[])];
      const kept = list.filter((_item, at) => !choice.listChange.drop.includes(at));
      const { insert } = choice.listChange;
      if (insert !== undefined) kept.splice(insert[0] % (kept.length + 1), 0, insert[1] as Value);
      return { path: listPath, value: kept };
    }
    case 'remove':
      return { path, value: undefined };
    case 'new':
      return { path: [choice.key], value: choice.value };
    default:
      return {
        path: [['score', 'x-map'][choice.pick % 2] as string, choice.key],
        value: choice.value,
      };
  }
}

/** Reasons to refuse an edit; any other is a defect. */
const MAY_REFUSE = /holds the anchor|repeats another value by an alias|is no map/;

/** Whether what is left of `before` stands in `after` in the same order. */
function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const line of whole) if (line === part[at]) at += 1;
  return at === part.length;
}

/** The file around the block, and every line of the block that is not the key’s, are as before. */
function expectLossless(
  before: string,
  after: string,
  { path, value: put }: FieldEdit,
  isNew: boolean,
): void {
  const [head, block, tail] = splitFile(before);
  const [headNow, blockNow, tailNow] = splitFile(after);
  expect(headNow).toBe(head);
  expect(tailNow).toBe(tail);
  if (isFlowRoot(block)) {
    expectLosslessFlow(block, blockNow, path);
    return;
  }
  const lines = splitLines(block);
  const now = splitLines(blockNow);
  const isNewKey = isNew && findRegion(lines, path.slice(0, 1)) === null;
  if (isNewKey) {
    expect(isSubsequence(lines, now)).toBe(true);
    return;
  }
  // The deepest key whose map is in block style; in braces the line is shared with others.
  const region = findRegion(lines, path) ?? findRegion(lines, path.slice(0, 1));
  expect(region).not.toBeNull();
  const { start, end } = region as { start: number; end: number };
  // A map left empty is written out on its own key’s line.
  const parent = findRegion(lines, path.slice(0, -1));
  const isEmptied = put === undefined && parent !== null && / \{\}\s/.test(now[parent.start] ?? '');
  const first = isEmptied ? parent.start : start;
  expect(now.slice(0, first)).toEqual(lines.slice(0, first));
  const rest = lines.slice(end);
  expect(now.slice(now.length - rest.length)).toEqual(rest);
  expect(now.length).toBeGreaterThanOrEqual(first + rest.length);
  const own = lines.slice(start, end);
  // Comments on lines of their own stay, and so do the blank lines below a key.
  if (own.some((line) => /[|>][-+0-9]*(?:\s|$)/.test(line))) return;
  // Comments between brackets are part of the value; with it they are replaced.
  if (put !== undefined && own.some((line) => /[[{,]\s*(?:#.*)?$/.test(line))) return;
  const comments = own.filter((line) => /^\s*#/.test(line));
  const blanks = own.slice(own.findLastIndex((line) => line.trim() !== '') + 1);
  expect(isSubsequence([...comments, ...blanks], now.slice(first, now.length - rest.length))).toBe(
    true,
  );
}

/** In braces all around: every other `key: value` stands there, in order. */
function expectLosslessFlow(block: string, blockNow: string, [name]: Path): void {
  const fields = parse(block) as { [key: string]: unknown };
  const others = Object.keys(fields).filter((each) => each !== name);
  let at = 0;
  for (const other of others) {
    const source = new RegExp(`"?${other}"?: (?:\\[[^\\]]*\\]|\\{[^}]*\\}|"[^"]*"|[^,}\\n]*)`).exec(
      block,
    )?.[0];
    at = blockNow.indexOf(source as string, at);
    expect(at).toBeGreaterThanOrEqual(0);
  }
}

describe('edits of the corpus', () => {
  test('touch only the key asked for, and can be taken back', () => {
    const seen = { written: 0, refused: 0 };
    fc.assert(
      fc.property(edit, (choice) => {
        const document = readCorpus(choice.name);
        const { path, value: put } = editOf(document, choice);
        const old = valueAt(document.fields, path);
        const result = editFields(document, [{ path, value: put }], ORDER);
        if (!result.ok) {
          expect(result.problems[0]?.message).toMatch(MAY_REFUSE);
          seen.refused += 1;
          return;
        }
        seen.written += 1;
        expectLossless(document.text, result.value, { path, value: put }, old === undefined);
        const next = readText(result.value, choice.name);
        const expected =
          put === undefined && old === undefined
            ? document.fields
            : withValue(document.fields, path, put === undefined ? put : fitToField(path, put));
        expect(isEqualValue(next.fields, expected)).toBe(true);
        const other = readTree(parseBlock(splitFile(result.value)[1]), fieldRules) ?? {};
        expect(isEqualValue(other, expected)).toBe(true);
        const back = editFields(next, [{ path, value: old }], ORDER);
        expect(
          back.ok &&
            isEqualValue(
              withoutEmpty(readText(back.value).fields, path),
              withoutEmpty(document.fields, path),
            ),
        ).toBe(true);
      }),
      { numRuns: runs(500, 5_000) },
    );
    expect(seen.written).toBeGreaterThan(runs(400, 4_000));
  });

  test('made in a row give the same text as made at once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.array(edit, { minLength: 2, maxLength: 5 }),
        (name, choices) => {
          let document = readCorpus(name);
          const start = document;
          const made: FieldEdit[] = [];
          for (const choice of choices) {
            const next = editOf(document, choice);
            const result = editFields(document, [next], ORDER);
            if (!result.ok) continue;
            made.push(next);
            document = readText(result.value, name);
          }
          const atOnce = editFields(start, made, ORDER);
          expect(atOnce).toEqual({ ok: true, value: document.text });
          expect(splitFile(document.text)[2]).toBe(splitFile(start.text)[2]);
        },
      ),
      { numRuns: runs(100, 500) },
    );
  });

  test('that set what is there already change nothing', () => {
    for (const name of NAMES) {
      const document = readCorpus(name);
      const edits = pathsOf(document.fields).map((path) => ({
        path,
        value: valueAt(document.fields, path),
      }));
      expect(editFields(document, edits, ORDER)).toEqual({ ok: true, value: document.text });
    }
  });
});

/** A map made for a nested key stays, empty, when the key goes. */
function withoutEmpty(fields: Plain, path: Path): Value {
  const parent = path.slice(0, -1);
  const inner = valueAt(fields, parent);
  const isEmpty = parent.length > 0 && (inner === null || JSON.stringify(inner) === '{}');
  return isEmpty ? withValue(fields, parent, undefined) : (fields as Value);
}
