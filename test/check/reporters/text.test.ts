import { describe, expect, it } from 'vitest';
import { writeCompact } from '../../../src/check/reporters/compact.js';
import { readExcerpt } from '../../../src/check/reporters/excerpt.js';
import { reporters } from '../../../src/check/reporters/index.js';
import { writeJson } from '../../../src/check/reporters/json.js';
import { writeStylish } from '../../../src/check/reporters/stylish.js';
import { reportFormats } from '../../../src/commands/check/check.spec.js';
import { displayWidth } from '../../../src/text/display-width.js';
import { growthOf, linearGrowth } from '../../support/growth.js';
import { finding, hostile, options, rawMarks, reportOf, sources } from './sample.js';

describe('stylish', () => {
  it('shows each finding with its line and carets', () => {
    const findings = [
      finding(),
      finding({
        severity: 'warn',
        rule: 'story/minimal',
        message: 'short',
        column: 8,
        endColumn: 10,
      }),
    ];
    expect(writeStylish(reportOf(findings), sources, options)).toMatchInlineSnapshot(`
      "backlog/items/ST-1-x.md
        5:1  error    no role: begin with "As a …"  story/no-role
             I want to leave a note.
             ^^^^^^
        5:8  warning  short                         story/minimal
             I want to leave a note.
                    ^^

      2 problems (1 error, 1 warning) in 2 documents    storymark explain story/no-role"
    `);
  });

  it('says so when there is nothing, and what can be fixed', () => {
    expect(writeStylish(reportOf([], 1), sources, options)).toBe('No problems in 1 document');
    const fixable = reportOf([finding({ fixable: true })]);
    expect(writeStylish(fixable, sources, options)).toMatch(/1 problem can be fixed with/);
  });

  it('shows nothing raw and colours by meaning only', () => {
    expect(writeStylish(reportOf([hostile]), sources, options)).not.toMatch(rawMarks);
    const paint = { ...options.paint, red: (text: string) => `{${text}}` };
    const text = writeStylish(reportOf([finding()]), sources, { ...options, paint });
    expect(text).toContain('{error  }');
    expect(text).toContain('       {^^^^^^}');
  });

  it('fits the terminal', () => {
    const long = new Map([[finding().path, `${'x '.repeat(200)}y`]]);
    const report = reportOf([finding({ line: 1, column: 300, endLine: 1, endColumn: 301 })]);
    const lines = writeStylish(report, long, { ...options, columns: 60 }).split('\n');
    expect(Math.max(...lines.slice(0, -1).map(displayWidth))).toBeLessThanOrEqual(80);
    expect(lines.slice(2, 4).every((line) => displayWidth(line) <= 60)).toBe(true);
  });
});

describe('excerpt', () => {
  const room = { columns: 20, width: displayWidth };
  const at = (column: number, endColumn: number) => ({ line: 1, column, endLine: 1, endColumn });

  it.each([
    ['a short line', at(3, 8), 'a short line', '  ^^^^^'],
    ['   indented', at(4, 6), 'indented', '^^'],
    ['tab\there', at(5, 9), 'tab here', '    ^^^^'],
    ['日本語 x', at(5, 6), '日本語 x', '       ^'],
    ['日本語', at(1, 3), '日本語', '^^^^'],
    ['a\u001b[31mb\u202ec', at(7, 8), 'a\\u001b[31mb\\u202ec', '           ^'],
    ['the end', at(8, 8), 'the end', '       ^'],
    ['\ufeffAs a', at(1, 3), 'As a', '^^'],
    ['windows\r', at(1, 8), 'windows', '^^^^^^^'],
  ])('%j', (line, place, shown, marks) => {
    expect(readExcerpt([line], place, room)).toEqual({ line: shown, marks });
  });

  it('cuts a window out of a long line', () => {
    const line = `${'a'.repeat(1000)}MARK${'b'.repeat(1000)}`;
    expect(readExcerpt([line], at(1001, 1005), room)).toEqual({
      line: '…aaaaaMARKbbbbbbbbb…',
      marks: '      ^^^^',
    });
    const whole = readExcerpt([line], at(1, 2005), room);
    expect(whole?.marks).toBe('^'.repeat(20));
  });

  it('looks at no more of a long line than it shows', () => {
    const read = (size: number) => {
      const line = 'あ'.repeat(size);
      for (let i = 0; i < 200; i += 1) readExcerpt([line], at(size / 2, size / 2 + 4), room);
    };
    expect(growthOf(read, 50_000)).toBeLessThan(linearGrowth);
  });

  it('has nothing to show of blank or missing lines', () => {
    expect(readExcerpt([' '], at(1, 1), room)).toBeNull();
    expect(readExcerpt([], at(1, 1), room)).toBeNull();
  });
});

describe('compact', () => {
  it('is one line a finding, as compilers write it', () => {
    expect(writeCompact(reportOf([finding()]))).toBe(
      'backlog/items/ST-1-x.md:5:1: error: no role: begin with "As a …" (story/no-role)',
    );
    const text = writeCompact(reportOf([hostile, hostile]));
    expect(text.split('\n')).toHaveLength(2);
    expect(text).not.toMatch(rawMarks);
  });
});

describe('json', () => {
  it('has the keys scripts hold on to, whatever else a finding carries', () => {
    const report = reportOf([{ ...finding(), extra: 1 } as never]);
    const read = JSON.parse(writeJson(report));
    expect(Object.keys(read)).toEqual(['files', 'errors', 'warnings', 'findings']);
    expect(Object.keys(read.findings[0])).toEqual([
      'path',
      'line',
      'column',
      'endLine',
      'endColumn',
      'rule',
      'severity',
      'message',
      'fixable',
      'docs',
    ]);
    expect(writeJson(reportOf([hostile]))).not.toMatch(rawMarks);
  });
});

describe('the list of formats', () => {
  it('is the same for --format and for the reporters', () => {
    expect(reportFormats).toEqual(Object.keys(reporters));
  });
});
