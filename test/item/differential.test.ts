import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/item/document.js';
import { fieldRules } from '../../src/item/scalar-rule.js';
import { type Fields, isEqualValue, isMap, type Value } from '../../src/item/value.js';
import { parseBlock, readTree } from '../../src/item/yaml/yaml-tree.js';
import { runs } from '../support/runs.js';
import { CORPUS } from './codec-corpus.js';
import { damagedBlock, hostileBlock } from './hostile-yaml.js';
import { splitFile } from './lines-of-keys.js';

/*
 * readDocument (gray-matter and js-yaml under guard) against the `yaml` package: where one reads a
 * value, the other must read the same. What the guard refuses although `yaml` reads it is listed
 * here with the reason: js-yaml 3 reads these otherwise, or nobody needs them in frontmatter.
 */
const REFUSED_ON_PURPOSE: readonly RegExp[] = [
  // Not YAML 1.2 in one document, or a way to make types: js-yaml knows other tags than `yaml`.
  /^tags \(/,
  /^directives \(/,
  /^document marks /,
  // Keys that js-yaml makes into `null`, `[object Object]`, or the text of a nested list.
  /^keys written with “\?”/,
  /^a key must be /,
  /^a key is missing/,
  /^the key .* means “no value”/,
  /^the key __proto__/,
  // Keys are compared by name: 1 and "1" are one key of an object, two of `yaml`.
  /^duplicate key “/,
  // Bytes that hurt terminals, or that cannot be written to a file.
  /control character/,
  /half of a surrogate pair/,
  /^a carriage return without/,
  /^a byte order mark inside/,
  /^more than 500 blanks/,
  // Tabs and blanks on which indentation and folding are counted differently.
  /^a tab /,
  /^a line of blanks with a tab/,
  /^blanks at the end of a line/,
  // js-yaml gives the aliases of such anchors another value.
  /^this anchor has no value/,
  /^the value of this anchor must begin/,
  /^an anchor’s name takes/,
  /^put a space after the anchor/,
  /^a key cannot have an anchor/,
  /^duplication of an anchor/,
  // js-yaml takes the next dash, however far left, for the same list.
  /^this list item is empty/,
  /^unexpected comma/,
  /^a key must be on one line/,
  // `yaml` reads some of these, and refuses others like them.
  /^a comment between a key/,
  // `yaml` only warns of these.
  /^invalid escape after a backslash/,
  /^this line must be indented more/,
  /^indent this line more/,
];

function isOnPurpose(message: string): boolean {
  return REFUSED_ON_PURPOSE.some((reason) => reason.test(message));
}

interface Outcome {
  readonly fields: Fields | null;
  readonly message: string;
}

function readGuarded(block: string): Outcome {
  const result = readDocument('a.md', `---\n${block}---\n`);
  return result.ok
    ? { fields: result.value.fields, message: '' }
    : { fields: null, message: result.problems[0]?.message ?? '' };
}

function readWithYaml(block: string): Outcome {
  const tree = parseBlock(block);
  if (tree.errors[0] !== undefined) return { fields: null, message: tree.errors[0].message };
  const isEmpty = block.split('\n').every((line) => /^[ \t\r]*(?:#|$)/.test(line));
  try {
    // It counts aliases, which our own walk leaves to the reader.
    tree.toJS({ maxAliasCount: 100 });
    const value = isEmpty ? {} : readTree(tree, fieldRules);
    // Frontmatter is a map: to storymark a text, a list or null is an error like any other.
    return isMap(value) ? { fields: value, message: '' } : { fields: null, message: 'no map' };
  } catch (error) {
    return { fields: null, message: String(error) };
  }
}

const CORPUS_BLOCKS = [...CORPUS.values()]
  .map((text) => splitFile(text)[1])
  .filter((text) => text.length < 1000);

/** A closing fence in the block would end it: that is the fences' matter, not the readers'. */
function withoutFences(blocks: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return blocks
    .map((text) => (text.endsWith('\n') ? text : `${text}\n`))
    .filter((text) => !/^---/m.test(text));
}

describe('the two readers give equal values or both an error', () => {
  const rows: readonly [what: string, blocks: fc.Arbitrary<string>, runs: number][] = [
    ['on hostile values', hostileBlock, runs(2_000, 20_000)],
    ['on the corpus, damaged', damagedBlock(CORPUS_BLOCKS), runs(1_000, 4_000)],
  ];
  test.each(rows)('%s', (_what, blocks, numRuns) => {
    const seen = { read: 0, unlisted: 0 };
    fc.assert(
      fc.property(withoutFences(blocks), (text) => {
        const guarded = readGuarded(text);
        const other = readWithYaml(text);
        if (guarded.fields !== null) {
          seen.read += 1;
          expect(other.message).toBe('');
          expect(isEqualValue(guarded.fields, other.fields as Value)).toBe(true);
        } else if (other.fields !== null && !isOnPurpose(guarded.message)) {
          seen.unlisted += 1;
        }
      }),
      { numRuns },
    );
    // In damaged text js-yaml's own errors are many; beyond one in 50 a reason is missing above.
    expect(seen.unlisted).toBeLessThan(numRuns / 50);
    // Were everything refused, the property would hold and say nothing.
    expect(seen.read).toBeGreaterThan(numRuns / 6);
  });

  test.each([
    ...['k: |1\n  t\n  \n', 'k: |1\r\n  t\r\n  \n', 'k: |1\r\n  t\n  \n'],
    ...['k: >1\r\n  t\r\n  \nz: 1\n', 'k: |1\n  t\n  \r\n', 'k: |1-\r\n  t\r\n  \n'],
  ])('refuse a line of blanks below an indent that is told: %j', (text) => {
    expect(readGuarded(text).message).toMatch(/^blanks at the end of a line/);
  });

  test('agree on every kind of plain scalar', () => {
    const rows = ['010', '0o17', '0x1F', '0b11', '1_000', '1:30', '+1', '-0', '1.', '.5', '1e3'];
    const words = [
      '.inf',
      '-.INF',
      '.nan',
      'yes',
      'TRUE',
      'False',
      'null',
      '~',
      '2026-11-24',
      '<<',
    ];
    const read = [...rows, ...words].map((source) => {
      const text = `title: ${source}\npoints: ${source}\nk: ${source}\n${source}x: [${source}]\n`;
      const fields = readGuarded(text).fields ?? {};
      expect(fields).toEqual({ ...readWithYaml(text).fields });
      const values = ['title', 'points', 'k'].map((key) => {
        const value = fields[key];
        return typeof value === 'string' ? JSON.stringify(value) : String(value);
      });
      return `${source} = ${values.join(', ')}`;
    });
    expect(
      `as a text, a number, a field no schema knows\n${read.join('\n')}`,
    ).toMatchInlineSnapshot(`
      "as a text, a number, a field no schema knows
      010 = "010", 10, "010"
      0o17 = "0o17", 15, "0o17"
      0x1F = "0x1F", 31, "0x1F"
      0b11 = "0b11", "0b11", "0b11"
      1_000 = "1_000", "1_000", "1_000"
      1:30 = "1:30", "1:30", "1:30"
      +1 = "+1", 1, "+1"
      -0 = "-0", 0, "-0"
      1. = "1.", 1, "1."
      .5 = ".5", 0.5, ".5"
      1e3 = "1e3", 1000, "1e3"
      .inf = ".inf", Infinity, ".inf"
      -.INF = "-.INF", -Infinity, "-.INF"
      .nan = ".nan", NaN, ".nan"
      yes = "yes", "yes", "yes"
      TRUE = "TRUE", true, "TRUE"
      False = "False", false, "False"
      null = null, null, null
      ~ = null, null, null
      2026-11-24 = "2026-11-24", "2026-11-24", "2026-11-24"
      << = "<<", "<<", "<<""
    `);
  });

  test('keep keys and the ids of records as they stand, and the numbers of maps as numbers', () => {
    const rows: readonly (readonly [text: string, fields: Fields])[] = [
      ['007: a\n7: b\n1.10: c\n1.1: d\n', { '007': 'a', '7': 'b', '1.10': 'c', '1.1': 'd' }],
      ['score: {1.10: 1.10, TRUE: 2}\n', { score: { '1.10': 1.1, TRUE: 2 } }],
      ['committed:\n  - {id: 007, points: 1.0}\n', { committed: [{ id: '007', points: 1 }] }],
      [
        'labels: [1.10, 007, null, [1e3], {a: 1.0}]\n',
        {
          labels: ['1.10', '007', null, ['1e3'], { a: 1 }],
        },
      ],
      ['labels: [&a 1.10]\npoints: *a\nk: *a\n', { labels: ['1.10'], points: 1.1, k: '1.10' }],
      ['labels:\n- 1.10\n- 2\n', { labels: ['1.10', '2'] }],
      ['labels:\n  - 1.10\n  - 2\n', { labels: ['1.10', '2'] }],
      ['title: "1.10"\npoints: "5"\nk: \'1.0\'\n', { title: '1.10', points: '5', k: '1.0' }],
      ['k: [1, 1.0, true, True]\n', { k: [1, '1.0', true, 'True'] }],
      ['k: {a: 1.0}\n', { k: { a: 1 } }],
    ];
    for (const [text, fields] of rows) {
      expect(readGuarded(text).fields, text).toEqual(fields);
      expect(readWithYaml(text).fields, text).toEqual(fields);
    }
  });
});
