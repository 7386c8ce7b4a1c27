import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFrontmatter } from '../../src/item/frontmatter.js';
import { fieldRules } from '../../src/item/scalar-rule.js';
import { findForbiddenText, parseGuardedYaml } from '../../src/item/yaml/guarded-yaml.js';
import { readPlainYaml } from '../../src/item/yaml/plain-yaml.js';
import { runs } from '../support/runs.js';
import { repository } from '../support/sandbox.js';
import { CORPUS } from './codec-corpus.js';

/** The parser's fields for a block that the short cut has read, as documents come to it. */
function parse(block: string) {
  if (findForbiddenText(block) !== null) return 'forbidden';
  const reading = parseGuardedYaml(block, fieldRules);
  return reading.ok ? reading.fields : reading.fault;
}

function blockOf(text: string): string {
  const spans = splitFrontmatter(text);
  return spans.kind === 'found' ? text.slice(spans.yamlStart, spans.yamlEnd) : '';
}

const scalar = fc.oneof(
  fc.constantFrom(
    ...[
      '5',
      '0',
      '010',
      '1.50',
      '1.5',
      '007',
      '1.',
      '1e3',
      '0x1F',
      '1_000',
      '12345678901234567',
      '3d',
      '80%',
    ],
    ...[
      'true',
      'Null',
      'yes',
      'NaN',
      '2026-11-24',
      '2026-11-24T10:00',
      'See who is “here”',
      'a - b',
    ],
    ...[
      "it's",
      'a "b"',
      'a, b',
      'a [b]',
      'a {b}',
      'a & *b',
      'x ',
      'a: b',
      'a #b',
      'a#b',
      '日本',
      '-a',
    ],
    ...[
      '[a, b]',
      '[a, true]',
      '[a]',
      '[]',
      '{a: 1}',
      '"a"',
      '|',
      '',
      'a  b',
      'ä…',
      '- a',
      'a\u00a0b',
    ],
  ),
  fc.string({ maxLength: 12 }),
);
const key = fc.constantFrom(
  'id',
  'title',
  'points',
  'score',
  'labels',
  'committed',
  'a-b',
  'true',
  'null',
  '1',
  'a b',
);
const line = fc.oneof(
  fc.tuple(key, scalar).map(([name, value]) => `${name}: ${value}`),
  key.map((name) => `${name}:`),
  fc.tuple(key, scalar).map(([name, value]) => `  ${name}: ${value}`),
  scalar.map((value) => `  - ${value}`),
  fc.constantFrom('', ' ', '# note', '- a', '   - a', 'a', '...', '? a', '\ta: b'),
);
const block = fc
  .array(line, { maxLength: 7 })
  .map((lines) => lines.map((one) => `${one}\n`).join(''));

describe('the short cut for plain blocks', () => {
  it('reads what the parser reads, or leaves it to the parser', () => {
    let read = 0;
    fc.assert(
      fc.property(block, (text) => {
        const plain = readPlainYaml(text, fieldRules);
        if (plain === null) return;
        read += 1;
        expect(parse(text)).toEqual(plain);
      }),
      { numRuns: runs(2_000, 20_000) },
    );
    expect(read).toBeGreaterThan(runs(100, 1_000));
  });

  it('reads no text of the corpus otherwise', () => {
    const blocks = [...CORPUS.values()].map(blockOf);
    const read = blocks.filter((one) => readPlainYaml(one, fieldRules) !== null);
    for (const one of read) expect(parse(one)).toEqual(readPlainYaml(one, fieldRules));
    expect(blocks.length).toBeGreaterThan(60);
  });

  it('serves most files of a real backlog', () => {
    const folder = join(repository, 'examples/calendar/backlog/items');
    const blocks = readdirSync(folder).map((name) =>
      blockOf(readFileSync(join(folder, name), 'utf8')),
    );
    const read = blocks.filter((one) => readPlainYaml(one, fieldRules) !== null);
    for (const one of read) expect(parse(one)).toEqual(readPlainYaml(one, fieldRules));
    expect(read.length).toBeGreaterThan(blocks.length * 0.8);
  });
});
