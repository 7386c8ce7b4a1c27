import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFormat, writeTable } from '../../src/exchange/csv/csv.js';
import { jiraToMarkdown } from '../../src/exchange/csv/jira-wiki.js';
import { readForeignDay } from '../../src/exchange/foreign-day.js';
import { decodeText } from '../../src/text/decode.js';

function read(text: string) {
  if (csvFormat.reads !== 'text') throw new Error('csv is a text');
  const result = csvFormat.read(text, { map: new Map(), ownFields: {}, origin: null });
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
}

describe('a table of any shape', () => {
  it.each([
    ['a comma in the only column', 'Summary\nOne, with a comma\n', ['One, with a comma']],
    ['headings below other lines', 'Report\n\nTitle,Points\nOne,3\n', ['One']],
    ['sep=', 'sep=;\nTitle;Points\nOne;3\n', ['One']],
    ['returns alone', 'Title,Points\rOne,3\rTwo,5\r', ['One', 'Two']],
    ['an unclosed quote', 'Title,Points\n"One,3\nTwo,5\n', ['"One', 'Two']],
    ['quotes inside a cell', 'Title,Points\n5" screen,3\n"a "b" c",5\n', ['5" screen', 'a "b" c']],
  ])('%s', (_, text, titles) => {
    expect(read(text).drafts.map(({ title }) => title)).toEqual(titles);
  });

  it('keeps cells beyond the headings, and says which rows are short', () => {
    const { drafts, notes } = read('Title,,Points\nOne,a,3,b\nTwo\n');
    expect(drafts[0]?.extra).toEqual([
      ['column 2', 'a'],
      ['column 4', 'b'],
    ]);
    expect(notes).toMatchObject([{ kind: 'guessed', subject: 'short rows', places: ['line 3'] }]);
  });

  it('loses no cell', () => {
    const cell = fc.stringMatching(/^[a-z,;"' =-]{0,6}$/).map((one) => one.trim());
    const row = fc.array(cell, { minLength: 1, maxLength: 5 }).filter((cells) => cells[0] !== '');
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const { drafts } = read(writeTable([['Title', 'Team'], ...rows]));
        expect(drafts).toHaveLength(rows.length);
        for (const [index, cells] of rows.entries()) {
          const { title = '', extra = [] } = drafts[index] ?? {};
          const said = [title, ...extra.map(([, text]) => text)].join('|').replace(/\s+/g, ' ');
          for (const one of cells) expect(said).toContain(one.replace(/\s+/g, ' '));
        }
      }),
    );
  });

  it.each([
    ['25.11.2026', '2026-11-25'],
    ['Oct 1, 2026', '2026-10-01'],
    ['2/Jan/06 3:04 PM', '2006-01-02'],
    ['12/abr/26', '2026-04-12'],
    ['19/févr./26', '2026-02-19'],
    ['Tue May 14 2024 08:53:33 GMT+0000 (GMT)', '2024-05-14'],
    ['13/05/2025', '2025-05-13'],
    ['04/05/2025', null],
    ['31/Feb/26', null],
  ])('reads the date %s as %s', (text, day) => {
    expect(readForeignDay(text)).toBe(day);
  });

  it.each([
    ['utf-16le', [0x41, 0, 0x2c, 0, 0x42, 0], 'A,B'],
    ['utf-16be with a mark', [0xfe, 0xff, 0, 0x41], 'A'],
    ['windows-1252', [0x4a, 0x6f, 0x73, 0xe9, 0x80], 'José€'],
  ])('decodes %s', (_, bytes, text) => {
    expect(decodeText(Uint8Array.from(bytes)).text).toBe(text);
  });

  it("reads Jira's numbered lists and headings", () => {
    expect(jiraToMarkdown('h2. Steps\n# one\n## two\n* three')).toBe(
      '## Steps\n1. one\n   1. two\n- three',
    );
  });
});
