import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBacklog } from '../../src/backlog/backlog.js';
import { csvFormat } from '../../src/exchange/csv/csv.js';
import { importDrafts } from '../../src/ops/stories/import-drafts.js';
import { seedRandom } from '../../src/text/random.js';
import { makeSettings } from '../support/make-backlog.js';

function importTable(table: string) {
  if (csvFormat.reads !== 'text') throw new Error('csv is a text');
  const source = csvFormat.read(table, {
    map: new Map(),
    ownFields: { customer: 'text' },
    origin: null,
  });
  if (!source.ok) throw new Error(source.problems[0]?.message);
  const settings = makeSettings({ fields: { customer: 'text' } });
  const template = { name: 'task', summary: '', fields: {}, body: '', text: '' };
  const result = importDrafts(
    createBacklog(settings, []),
    {
      source: source.value,
      assignments: [],
      type: null,
      update: false,
      templateOf: () => ({ ok: true, value: template }),
    },
    { today: '2026-11-30', random: seedRandom('table') },
  );
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
}

const headings = [
  ...['', 'Team', 'Team', 'Custom field (Risk)', 'Priority', 'Comment', 'Comment', 'Attachment'],
  ...['Key', 'Issue id', 'Issue Type', 'Status', 'Status Category', 'Resolution', 'Description'],
  ...['Description', 'Acceptance criteria', 'Story Points', 'Labels', 'Labels', 'Tags', 'Assignee'],
  ...['Created', 'Due date', 'Resolved', 'Parent', 'Parent key', 'Custom field (Epic Link)'],
  ...['Blocked by', 'Blocks', 'Outward issue link (Blocks)', 'Inward issue link (Relates)', 'URL'],
  ...['Project key', 'Sprint', 'Goal', 'Persona', 'Customer', 'Severity', 'Hours', 'score.value'],
  ...['Role', 'So that', 'Title', 'Private', 'Source', 'Rank of things', 'Current State', 'Reason'],
  ...['excludes', 'conflicts', 'pin', 'timebox', 'skills', 'measure', 'horizon', 'from', 'date'],
];
const ornament = fc.constantFrom(
  ...[
    '',
    '',
    ' ',
    ', b',
    '; c',
    '\nnext',
    '"',
    '" quoted',
    "'",
    '# x',
    '- y',
    '=1',
    ' 2026',
    ': z',
  ],
  ...['👩‍💻', 'é', '\t', ' [a|b]', '*b*', '|', '---', '\r\nthird', '{color}', '<!-- c -->', '```'],
);
/** Which cells are filled, and what stands around the word by which each is found again. */
const cell = fc.option(fc.tuple(ornament, ornament), { freq: 2 });
const table = fc
  .record({
    columns: fc.shuffledSubarray(headings, { minLength: 1, maxLength: 12 }),
    rows: fc.array(fc.array(cell, { maxLength: 14 }), { minLength: 1, maxLength: 5 }),
    delimiter: fc.constantFrom(',', ';', '\t'),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ columns, rows, delimiter, eol }) => {
    const write = (cells: readonly string[]) =>
      cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter);
    const words = rows.map((cells, row) =>
      cells.map((one, column) => (one === null ? null : `q${row}w${column}q`)),
    );
    const texts = rows.map((cells, row) => [
      `Title of ${row}`,
      ...cells.map((one, column) => (one ? `${one[0]}${words[row]?.[column]}${one[1]}` : '')),
    ]);
    return { words, text: [['Summary', ...columns], ...texts].map(write).join(eol) + eol };
  });

describe('a table of any cells', () => {
  it('gives an item for each row, with every cell in it or named in a note', () => {
    fc.assert(
      fc.property(table, ({ words, text }) => {
        const { imported, changes, notes } = importTable(text);
        const said = JSON.stringify(notes);
        expect(imported).toHaveLength(words.length);
        for (const [row, found] of words.entries()) {
          const { path = '' } = imported[row] ?? {};
          const item = changes.find((change) => change.path === path)?.after ?? '';
          for (const word of found) if (word !== null) expect(`${item}${said}`).toContain(word);
        }
      }),
      {
        numRuns: 400,
        // Semicolons would give as many columns, of which none is the title.
        examples: [
          [
            {
              words: [['q0w0q'], []],
              text: '"Summary"\t""\n"Title of 0"\t"; cq0w0q"\n"Title of 1"\n',
            },
          ],
        ],
      },
    );
  });

  it('gives no item only where a note names the row', () => {
    const id = fc.constantFrom('1', '2', 'A-1', '');
    fc.assert(
      fc.property(fc.array(id, { minLength: 1, maxLength: 6 }), (ids) => {
        const rows = ids.map((one, index) => `${one},Thing ${index}`);
        const { imported, notes } = importTable(`Key,Title\n${rows.join('\n')}\n`);
        const named = notes.flatMap(({ kind, places }) => (kind === 'left' ? places : []));
        expect(imported.length + named.length).toBe(ids.length);
      }),
    );
  });
});
