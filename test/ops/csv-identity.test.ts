import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Backlog } from '../../src/backlog/backlog.js';
import { allItems, createBacklog } from '../../src/backlog/backlog.js';
import { csvFormat } from '../../src/exchange/csv/csv.js';
import { csvExport } from '../../src/exchange/csv/csv-export.js';
import { type Document, readDocument } from '../../src/item/document.js';
import {
  type FieldSpec,
  type FieldType,
  referenceTargets,
  workFields,
} from '../../src/item/field.js';
import { slugify } from '../../src/item/slug.js';
import { ENGLISH } from '../../src/language/words/en.js';
import { createWords } from '../../src/language/words.js';
import { fieldTypeOf } from '../../src/ops/items/query-items.js';
import { exportItem } from '../../src/ops/stories/export-items.js';
import { type ImportResult, importDrafts } from '../../src/ops/stories/import-drafts.js';
import { seedRandom } from '../../src/text/random.js';
import { type DocumentFields, makeBacklog, makeSettings } from '../support/make-backlog.js';

const settings = { fields: { customer: 'text', tried: 'list', seats: 'number' } } as const;

function exportTable(backlog: Backlog): string {
  const items = backlog.work.map((item) => exportItem(backlog, item));
  const words = createWords('en', ENGLISH);
  const options = { words, product: null, columns: null, typeOf: fieldTypeOf(backlog) };
  return csvExport.write(items, options);
}

function importTable(backlog: Backlog, table: string, update = true): ImportResult {
  if (csvFormat.reads !== 'text') throw new Error('csv is a text');
  const options = { map: new Map(), ownFields: settings.fields, origin: null };
  const source = csvFormat.read(table, options);
  if (!source.ok) throw new Error(source.problems[0]?.message);
  const request = {
    source: source.value,
    assignments: [],
    type: null,
    update,
    templateOf: () => ({
      ok: true as const,
      value: { name: 'task', summary: '', fields: {}, body: '', text: '' },
    }),
  };
  const clock = { today: '2026-11-30', random: seedRandom('csv') };
  const result = importDrafts(backlog, request, clock);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
}

const odd = fc.constantFrom(
  ...["'", "'=' is", '=1+1', '+', '-x', '@a', '＝1', '"', ',', ';', '\t', 'ä', '日本', '👩‍💻', ' '],
  ...['1.10', '007', 'true', 'null', '2026-11-30', '0x10', '1e3', 'a, b', '[x]', '{', 'x'],
);
const word = fc.array(odd, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const text = word.map((one) => one.trim()).filter((one) => one !== '');
const line = fc.oneof(text, fc.constantFrom('', '## Acceptance criteria', '- [ ] =x', '    code'));
const body = fc
  .tuple(fc.array(line, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, eol]) => lines.map((one) => `${one}${eol}`).join(''));
const day = fc.constantFrom('2026-01-02', '2026-11-30');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const number = fc.oneof(fc.nat(100), fc.constantFrom(0.5, 3.25));
const json = fc.oneof(
  text,
  number,
  fc.boolean(),
  fc.array(fc.oneof(text, number), { maxLength: 3 }),
);
/** Read or written elsewhere, or made so that documents fit together. */
const special = new Set(['id', 'type', 'status', 'title', 'rank', 'score']);
/** What references may name, in every backlog. */
const named = { persona: 'clerk', sprint: '2026-S24', goal: 'calm', item: 'ST-0' };

/** Any value of a field, by what the schema says of it: a new field is among them. */
function arbitraryOf(spec: FieldSpec): fc.Arbitrary<unknown> {
  const name = spec.names === undefined ? undefined : named[spec.names as keyof typeof named];
  const one = name ?? spec.choices;
  const words = one === undefined ? text : fc.constantFrom(...[one].flat());
  const values: Readonly<Record<FieldType, fc.Arbitrary<unknown>>> = {
    text: words,
    number,
    day,
    list: fc.uniqueArray(words, { minLength: 1, maxLength: 3 }),
    map: fc.dictionary(fc.constantFrom('value', 'urgency'), fc.oneof(number, text)),
    records: fc.array(fc.record({ id: text, points: number }), { minLength: 1, maxLength: 2 }),
    flag: fc.constant(true),
  };
  return values[spec.type];
}

const schema = Object.entries(workFields).filter(([key]) => !special.has(key));
const fields = fc.record({
  ...Object.fromEntries(schema.map(([key, spec]) => [key, maybe(arbitraryOf(spec))])),
  title: text,
  type: fc.constantFrom('story', 'epic', 'task', 'bug', 'spike'),
  status: fc.constantFrom('draft', 'ready', 'doing', 'done', 'dropped'),
  score: maybe(fc.dictionary(fc.constantFrom('value', 'urgency'), fc.oneof(number, text))),
  customer: maybe(text),
  tried: maybe(fc.array(text, { minLength: 1, maxLength: 3 })),
  seats: maybe(number),
  unknown_key: maybe(json),
  nested: maybe(fc.record({ a: json, b: fc.record({ c: json }) })),
  body,
});
const around: readonly DocumentFields[] = [
  { id: named.persona, type: 'persona' },
  { id: named.sprint, type: 'sprint' },
  { id: named.goal, type: 'goal' },
];
const backlogs = fc.array(fields, { minLength: 1, maxLength: 4 }).map((all) =>
  all.map((one, index): DocumentFields => {
    const present = Object.entries(one).filter(
      ([key, value]) => value !== undefined && (index > 0 || !namesItem(key)),
    );
    return { ...Object.fromEntries(present), id: `ST-${index}`, rank: `a${index}` };
  }),
);

function namesItem(key: string): boolean {
  return referenceTargets[key] === 'item';
}

/** Scores that are texts, though a spreadsheet may take them for numbers. */
const numberTexts = ['0071.10', '00.5', '0,5', '1 000', "1'000"].map(
  (value): [DocumentFields[]] => [
    [
      {
        id: 'ST-0',
        rank: 'a0',
        type: 'story',
        status: 'draft',
        title: 'x',
        body: '',
        score: { value },
      },
    ],
  ],
);

describe('a csv of our own', () => {
  it('changes no byte when it comes back', () => {
    fc.assert(
      fc.property(backlogs, (documents) => {
        const backlog = makeBacklog([...documents, ...around], settings);
        const { imported, notes, changes } = importTable(backlog, exportTable(backlog));
        expect(notes).toEqual([]);
        expect(imported.map(({ id, outcome }) => [id, outcome])).toEqual(
          documents.map(({ id }) => [id, 'kept']),
        );
        expect(changes.every(({ before, after }) => before === after)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('makes the same items where there are none', () => {
    fc.assert(
      fc.property(backlogs, (documents) => {
        const backlog = makeBacklog([...documents, ...around], settings);
        const { imported, notes, changes } = importTable(
          makeBacklog(around, settings),
          exportTable(backlog),
        );
        expect(notes).toEqual([]);
        expect(imported.map(({ id }) => id)).toEqual(documents.map(({ id }) => id));
        const made = changes.map(({ path, after }) => read(path, after ?? ''));
        expect(made.map(plain)).toEqual(backlog.work.map(({ document }) => plain(document)));
      }),
      {
        numRuns: 200,
        examples: numberTexts,
      },
    );
  });

  it('changes just the cell that was edited', () => {
    const backlog = makeBacklog(
      [{ id: 'ST-1', title: "'=' is not accepted", points: 3, labels: ['a, b', 'c'] }],
      settings,
    );
    const table = exportTable(backlog).replace(',3,', ',5,');
    const [change] = importTable(backlog, table).changes;
    expect(change?.after).toBe(change?.before?.replace('"points":3', '"points":5'));
  });
});

/** The backlog after an import. */
function applyImport(backlog: Backlog, { changes }: ImportResult): Backlog {
  const files = new Map(allItems(backlog).map(({ document }) => [document.path, document.text]));
  for (const { path, after } of changes) files.set(path, after ?? '');
  return createBacklog(
    makeSettings(settings),
    [...files].map(([path, text]) => read(path, text)),
  );
}

function makeNamed(title: string, created = '2026-11-30', more: object = {}): Backlog {
  const { settings: read } = makeBacklog([], settings);
  const text = `---\n${JSON.stringify({ id: 'ST-1', type: 'story', status: 'draft', title, created, ...more })}\n---\n`;
  const document = readDocument(`items/ST-1-${slugify(title)}.md`, text);
  if (!document.ok) throw new Error(document.problems[0]?.message);
  return createBacklog(read, [document.value]);
}

describe('a row of a csv of our own', () => {
  const ours = makeNamed('Export the report as PDF');

  it.each([
    ['another title', makeNamed('Export the report as CSV')],
    ['the same title on another day', makeNamed('Export the report as PDF', '2026-10-01')],
    [
      'another title, since made the same',
      rename(makeNamed('Send the report'), 'Export the report as PDF'),
    ],
  ])('is never taken for one with its id and %s', (_, other) => {
    const first = importTable(ours, exportTable(other));
    expect(first.imported.map(({ outcome }) => outcome)).toEqual(['added']);
    expect(first.imported[0]?.id).not.toBe('ST-1');
    expect(first.notes).toMatchObject([{ kind: 'guessed', subject: 'ids of another backlog' }]);
    const both = applyImport(ours, first);
    expect(importTable(both, exportTable(other)).imported).toMatchObject([{ outcome: 'kept' }]);
    const changed = importTable(both, exportTable(rename(other, 'Something else')));
    expect(changed.imported).toMatchObject([
      { id: first.imported[0]?.id, outcome: 'updated', title: 'Something else' },
    ]);
  });

  it.each([
    ['when its title was changed in the table', ours, 'Report', 'Letter'],
    ['when the title was changed here', rename(ours, 'Print it'), '', ''],
    ['in a copy of the backlog', makeNamed('Export the report as PDF'), '', ''],
    ['when it has no day any more', makeNamed('Export the report as PDF', ''), '', ''],
  ])('is ours %s', (_, backlog, from, to) => {
    const { imported } = importTable(backlog, exportTable(ours).replace(from, to));
    expect(imported.map(({ id, outcome }) => [id, outcome === 'added'])).toEqual([['ST-1', false]]);
  });

  it('is known in the backlog it was brought to, and when it comes back from there', () => {
    const there = applyImport(
      createBacklog(makeSettings(settings), []),
      importTable(createBacklog(makeSettings(settings), []), exportTable(rename(ours, 'Print it'))),
    );
    expect(importTable(there, exportTable(ours)).imported).toMatchObject([
      { id: 'ST-1', outcome: 'updated', title: 'Export the report as PDF' },
    ]);
    expect(importTable(ours, exportTable(there)).imported).toMatchObject([
      { id: 'ST-1', outcome: 'updated', title: 'Print it' },
    ]);
    const crowded = makeNamed('Pay');
    const both = applyImport(crowded, importTable(crowded, exportTable(ours)));
    expect(importTable(ours, exportTable(both)).imported).toMatchObject([
      { outcome: 'added', title: 'Pay' },
      { id: 'ST-1', outcome: 'kept' },
    ]);
  });

  it.each([
    ['without an id', ',story,draft,By hand'],
    ['with an id', 'ST-9,story,draft,By hand'],
  ])('that a person added %s is added once', (_, row) => {
    const table = `${exportTable(ours)}\n${row}\n`;
    const first = importTable(ours, table);
    expect(first.imported.map(({ outcome }) => outcome)).toEqual(['kept', 'added']);
    const again = importTable(applyImport(ours, first), table);
    expect(again.imported.map(({ outcome }) => outcome)).toEqual(['kept', 'kept']);
  });

  it.each(['../../evil.md', 'ST-1/../x.md', '.md', 'ST-1-a.js', 'ST-1-a b.md'])(
    'names no file outside its folder: %s',
    (name) => {
      const empty = createBacklog(makeSettings(settings), []);
      const table = exportTable(ours).replace(/ST-1-export\S*\.md/, name);
      expect(importTable(empty, table).changes.map(({ path }) => path)).toEqual([
        'items/ST-1-export-the-report-as-pdf.md',
      ]);
    },
  );
});

function rename(backlog: Backlog, title: string): Backlog {
  return createBacklog(
    backlog.settings,
    allItems(backlog).map(({ document: { path, text } }) =>
      read(path, text.replace(/"title":"[^"]*"/, `"title":${JSON.stringify(title)}`)),
    ),
  );
}

function read(path: string, text: string): Document {
  const document = readDocument(path, text);
  if (!document.ok) throw new Error(document.problems[0]?.message);
  return document.value;
}

/** What a document says: a key without a value and the place in the order say nothing. */
function plain({ fields, text, bodyStart }: Document) {
  const entries = Object.entries(fields).filter(
    ([key, value]) => key !== 'rank' && key !== 'created' && value !== null && isFull(value),
  );
  return {
    fields: Object.fromEntries(entries.map(([key, value]) => [key, value])),
    body: text
      .slice(bodyStart)
      .replaceAll('\r\n', '\n')
      .replace(/^\n|\n$/g, ''),
  };
}

function isFull(value: unknown): boolean {
  return typeof value !== 'object' || Object.keys(value ?? {}).length > 0;
}
