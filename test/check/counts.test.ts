import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyCounts,
  countFindings,
  describeStale,
  formatCounts,
  parseCounts,
  pruneCounts,
} from '../../src/check/counts.js';
import type { Finding } from '../../src/check/finding.js';
import { unwrap } from './check-text.js';

const finding = (path: string, rule: string): Finding => ({
  path,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
  rule,
  severity: 'error',
  message: '',
  fixable: false,
  docs: '',
});

const findings = fc.array(
  fc.record({
    path: fc.oneof(fc.constantFrom('items/a.md', 'items/b.md'), fc.string({ minLength: 1 })),
    rule: fc.constantFrom('story/atomic', 'story/no-role', 'set/similar'),
  }),
);

describe('counts', () => {
  it('come back from their file, which is the same whatever the order', () => {
    fc.assert(
      fc.property(findings, (found) => {
        const list = found.map(({ path, rule }) => finding(path, rule));
        const content = formatCounts(countFindings(list));
        expect(formatCounts(countFindings([...list].reverse()))).toBe(content);
        const counts = unwrap(parseCounts(content, 'counts.yaml'));
        expect(formatCounts(counts)).toBe(content);
        const applied = applyCounts(list, counts);
        expect(applied).toEqual({ findings: [], suppressed: list.length, stale: [] });
      }),
    );
  });

  const counts = countFindings([finding('a', 'x/y'), finding('a', 'x/y'), finding('b', 'x/y')]);

  it('write one fact a line', () => {
    expect(formatCounts(counts).split('\n').slice(2)).toEqual([
      '"a":',
      '  x/y: 2',
      '"b":',
      '  x/y: 1',
      '',
    ]);
  });

  it('report all of a rule in a file with a new finding', () => {
    const found = [1, 2, 3].map(() => finding('a', 'x/y'));
    const { findings: kept, stale } = applyCounts(found, counts, (path) => path === 'a');
    expect(kept).toHaveLength(3);
    expect(stale).toEqual([]);
  });

  it('are stale where less is found, and prune to what is left', () => {
    const found = [finding('a', 'x/y')];
    const { findings: kept, stale } = applyCounts(found, counts);
    expect(kept).toEqual([]);
    expect(stale.map(describeStale)).toEqual([
      '2 of x/y are allowed here and 1 are left: run storymark check --prune-suppressions',
      '1 of x/y are allowed here and none is left: run storymark check --prune-suppressions',
    ]);
    expect(pruneCounts(found, counts)).toEqual(countFindings(found));
    // Files that were not checked keep theirs.
    expect(pruneCounts([], counts, () => false)).toEqual(counts);
  });

  it('name the line that cannot be read', () => {
    const read = (content: string) => {
      const parsed = parseCounts(content, 'counts.yaml');
      return parsed.ok ? null : `${parsed.problems[0]?.line}: ${parsed.problems[0]?.message}`;
    };
    expect(read('"a":\n  x/y: 0\n')).toMatch(/^2: expected a quoted path/);
    expect(read('"a":\n<<<<<<< HEAD\n')).toMatch(/^2: git conflict markers/);
    expect(read('\ufeff# note\r\n"a":\r\n  x/y: 1\r\n')).toBeNull();
  });
});
