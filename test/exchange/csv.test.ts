import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFormat, writeTable } from '../../src/exchange/csv/csv.js';
import { restoreFormula } from '../../src/exchange/csv/csv-cell.js';
import { readDelimited } from '../../src/exchange/delimited.js';
import type { Drafts } from '../../src/exchange/draft.js';

function read(text: string, map: Readonly<Record<string, string>> = {}): Drafts {
  if (csvFormat.reads !== 'text') throw new Error('csv is a text');
  const result = csvFormat.read(text, {
    map: new Map(Object.entries(map)),
    ownFields: { customer: 'text' },
    origin: null,
  });
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
}

describe('a table', () => {
  it('is read as Jira saves it: columns that repeat, custom fields, their dates', () => {
    const { drafts } = read(
      'Summary,Issue key,Issue Type,Status,Custom field (Story Points),Labels,Labels,Created,Team\n' +
        '"See hours, now",CAL-7,User Story,In Progress,5.0,api,web,25/Nov/26 10:00 PM,Red\n',
    );
    expect(drafts).toMatchObject([
      {
        place: 'line 2',
        source: 'csv:CAL-7',
        sourceId: 'CAL-7',
        type: 'User Story',
        status: 'In Progress',
        title: 'See hours, now',
        fields: [
          ['points', '5'],
          ['labels', 'api'],
          ['labels', 'web'],
          ['created', '2026-11-25'],
        ],
        extra: [['Team', 'Red']],
      },
    ]);
  });

  it('makes a story of its parts, and criteria of lines', () => {
    const { drafts } = read(
      'As a;I want;So that;Acceptance criteria\nguest;to see the menu;I can choose;"- [x] sorted\n2. priced"\n',
    );
    expect(drafts[0]).toMatchObject({
      title: 'to see the menu',
      body: 'As a guest, I want to see the menu, so that I can choose.',
      criteria: [
        { text: 'sorted', done: true },
        { text: 'priced', done: false },
      ],
    });
  });

  it('takes columns as --map says, own fields and score inputs by name', () => {
    const { drafts } = read('Was,Wer,Customer,score.value,Egal\nMenu,cook,acme,8,x\n', {
      was: 'title',
      wer: 'assignee',
      egal: '',
    });
    expect(drafts[0]).toMatchObject({
      title: 'Menu',
      fields: [
        ['assignee', 'cook'],
        ['customer', 'acme'],
        ['score.value', '8'],
      ],
      extra: [],
    });
  });

  it.each([
    ['', {}, 'the table is empty'],
    ['Who,When\na,b\n', {}, 'no column is the title'],
    ['Title\na\n', { titel: 'title' }, 'there is no column "titel"'],
  ])('%j is refused', (text, map, message) => {
    expect(() => read(text, map)).toThrow(message);
  });

  it('tells of histories it leaves out', () => {
    expect(read('title,sprints,rank\na,2026-11-01 +2026-S1,a0\n').notes).toEqual([
      {
        kind: 'left',
        subject: 'sprints',
        message: 'a history that only commands write',
        count: 1,
        places: ['line 2'],
      },
    ]);
  });
});

describe('a written table', () => {
  it('lets no cell begin like a formula', () => {
    const cells = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠A'];
    for (const cell of [...cells, ' =1', '\n=1', "'=1"]) {
      expect(writeTable([[cell]])).toMatch(/^"?'/);
    }
  });

  it('is read back as it was, formulas and all', () => {
    const cell = fc.string({ unit: fc.constantFrom(...`ab ,;"'\n=-+@＝`), maxLength: 12 });
    fc.assert(
      fc.property(
        cell.map((text) => text.trim()),
        cell.map((text) => text.trim()),
        (a, b) => {
          fc.pre(a !== '');
          const text = `${writeTable([
            ['title', 'body', 'storymark'],
            [a, b, '1'],
          ])}\n`;
          const [draft] = read(text).drafts;
          expect([draft?.title, draft?.body.trim()]).toEqual([a, b]);
        },
      ),
    );
  });

  it('keeps lines and columns apart whatever is in them', () => {
    const cell = fc.string({ maxLength: 8 }).map((text) => text.replace(/[\r\0]/g, '').trim());
    // Blanks alone are no row.
    const row = fc.tuple(cell, cell, cell).filter((cells) => cells.some((one) => one !== ''));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = `${writeTable([['x', 'y', 'z'], ...rows])}\n`;
        const strip = restoreFormula;
        const plain = readDelimited(text)
          .slice(1)
          .map(({ cells }) => cells.map(strip));
        expect(plain).toEqual(rows);
      }),
    );
  });
});
