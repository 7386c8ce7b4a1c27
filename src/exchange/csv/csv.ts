import { type Result, success, usage } from '../../text/problem.js';
import { hashText } from '../../text/random.js';
import { type DelimitedRow, readRows, writeDelimited } from '../delimited.js';
import {
  type Draft,
  type Drafts,
  type ImportFormat,
  type ImportOptions,
  sourceName,
} from '../draft.js';
import { findDayOrder } from '../foreign-day.js';
import { findDecimalSign } from '../foreign-number.js';
import { type ImportNote, importNote } from '../import-note.js';
import { normalizeWord } from '../words.js';
import { guardFormula } from './csv-cell.js';
import { isHistory, typeOfColumn } from './csv-columns.js';
import { type Column, findHead, isTitle, type TableHead } from './csv-head.js';
import { type DraftedRow, draftRow, type TableFacts, type TypedColumn } from './csv-row.js';

/** A table with a line of headings. Columns are known by name or told by `--map`. */
export const csvFormat: ImportFormat = {
  id: 'csv',
  summary: 'a table with headings, as exported by Jira and spreadsheets',
  reads: 'text',
  read: readTable,
};

function readTable(text: string, options: ImportOptions): Result<Drafts> {
  const clean = text.replace(/^\ufeff/, '');
  const head = findHead(clean, options);
  if (head === null) return usage('the table is empty');
  const { columns, delimiter } = head;
  const refusal = checkHead(head, options);
  if (refusal !== null) return usage(refusal);
  const isMarked = columns.some(({ meaning }) => meaning?.part === 'mark');
  const isOwn = isMarked || isLikeOurs(columns);
  const rows = readRows(clean, { delimiter, trims: !isOwn, start: head.end });
  const above = readRows(clean.slice(0, head.start), { delimiter, trims: true });
  const typed = columns.map((column, index): TypedColumn => {
    const holds = typeOfColumn(column.meaning, options.ownFields);
    const cells = holds === 'number' ? rows.map((row) => row.cells[index] ?? '') : [];
    return { ...column, holds, sign: findDecimalSign(cells) };
  });
  const facts = {
    ...findFacts(typed, rows),
    isOwn,
    isMarked: isMarked || options.origin !== null,
    origin: options.origin,
    language: options.language,
  };
  const drafted = linkRows(rows.map((row) => draftRow(row, typed, facts)));
  return success({
    drafts: nameByTitle(
      drafted.map(({ draft }) => draft),
      options,
    ),
    notes: [...noteLines(above), ...noteRows(rows, columns, isOwn)],
  });
}

/** What every table of ours has, as we write it: a spreadsheet's user may have removed the marks. */
const ourHeadings = ['id', 'type', 'status', 'title', 'created', 'body'];

function isLikeOurs(columns: readonly Column[]): boolean {
  return ourHeadings.every((name) => columns.some(({ heading }) => heading === name));
}

function checkHead({ columns }: TableHead, { map }: ImportOptions): string | null {
  const names = columns.map(({ heading }) => heading);
  const known = new Set(names.map((name) => name.toLowerCase()));
  const stray = [...map.keys()].find((heading) => !known.has(heading));
  if (stray !== undefined) return `--map: there is no column "${stray}" (${names.join(', ')})`;
  if (columns.some(isTitle)) return null;
  return `no column is the title: choose one with --map "NAME=title" (${names.join(', ')})`;
}

const jiraIds = new Set(
  [
    ...['issue key', 'issuekey', 'issue id', 'clave de incidencia', 'clé de ticket'],
    ...['chave da item', 'vorgangsschlüssel'],
  ].map(normalizeWord),
);

/** What only all of a table says. */
function findFacts(
  columns: readonly TypedColumn[],
  rows: readonly DelimitedRow[],
): Pick<TableFacts, 'dayOrder' | 'isJira' | 'isLinear'> {
  const words = columns.map(({ heading }) => normalizeWord(heading));
  const days = columns.flatMap(({ holds }, index) =>
    holds === 'day' ? rows.map(({ cells }) => cells[index] ?? '') : [],
  );
  return {
    dayOrder: findDayOrder(days),
    isJira: words.some((word) => jiraIds.has(word)),
    isLinear: words.includes('cycle number') || words.includes('cycle name'),
  };
}

/** A row without an id is known by its title, so that a second import does not add it again. */
function nameByTitle(drafts: readonly Draft[], { origin, file }: ImportOptions): readonly Draft[] {
  const counts = new Map<string, number>();
  return drafts.map((draft) => {
    if (draft.source !== null || draft.title === '') return draft;
    const key = hashText(draft.title.toLowerCase());
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const name = count === 1 ? key : `${key}-${count}`;
    return { ...draft, source: sourceName('csv', origin ?? file ?? null, name) };
  });
}

function noteLines(above: readonly DelimitedRow[]): readonly ImportNote[] {
  return above.flatMap(({ line, cells }) =>
    /^"?sep=/i.test(cells.join())
      ? []
      : [importNote('left', 'lines above the headings', '', `line ${line}`)],
  );
}

/** What is odd about the rows themselves. */
function noteRows(
  rows: readonly DelimitedRow[],
  columns: readonly Column[],
  isOwn: boolean,
): readonly ImportNote[] {
  const histories = columns.flatMap(({ heading }, index) =>
    isHistory(heading) && !isOwn ? [[heading, index] as const] : [],
  );
  return rows.flatMap(({ line, cells, isUnclosed }) => {
    const place = `line ${line}`;
    return [
      ...(isUnclosed ? [importNote('guessed', 'quotes', unclosed, place)] : []),
      ...(cells.length < columns.length
        ? [
            importNote(
              'guessed',
              'short rows',
              'fewer cells than headings: the last are empty',
              place,
            ),
          ]
        : []),
      ...histories.flatMap(([heading, index]) =>
        cells[index]
          ? [importNote('left', heading, 'a history that only commands write', place)]
          : [],
      ),
    ];
  });
}

const unclosed = 'a quote is never closed: its line was read as plain text';

/** Rows name each other by any of their ids, in either direction. */
function linkRows(rows: readonly DraftedRow[]): readonly DraftedRow[] {
  const byId = new Map(
    rows.flatMap((row) => row.ids.map((id) => [id.toUpperCase(), row] as const)),
  );
  const depends = new Map<DraftedRow, string[]>();
  const unknown = new Map<DraftedRow, string[]>();
  for (const row of rows) {
    for (const id of row.blocks) {
      const blocked = byId.get(id.toUpperCase());
      const list = blocked === undefined ? unknown : depends;
      const key = blocked ?? row;
      list.set(key, [...(list.get(key) ?? []), blocked === undefined ? id : (row.ids[0] ?? '')]);
    }
  }
  const open: DraftedRow[] = [];
  return rows.map((row) => {
    const { draft } = row;
    const parent = findParent(row, byId, open);
    const others = row.parents.filter(
      ({ id }) => parent.row === undefined || byId.get(id.toUpperCase()) !== parent.row,
    );
    const blocks = unknown.get(row) ?? [];
    const linked: Draft = {
      ...draft,
      parent: parent.id,
      depends: [...draft.depends, ...(depends.get(row) ?? [])],
      extra: [
        ...draft.extra,
        ...others.flatMap(({ heading, id }) => (id === parent.id ? [] : [[heading, id] as const])),
        ...(blocks.length > 0 ? [['blocks', blocks.join(', ')] as const] : []),
      ],
    };
    return { ...row, draft: linked };
  });
}

/** The first parent that is in the table; by its column's level in a table that is a tree. */
function findParent(
  row: DraftedRow,
  byId: ReadonlyMap<string, DraftedRow>,
  open: DraftedRow[],
): { readonly id: string | null; readonly row: DraftedRow | undefined } {
  if (row.level !== null) {
    const { level } = row;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const above = open.at(-1);
    open.push(row);
    if (row.parents.length === 0) return { id: above?.ids[0] ?? null, row: above };
  }
  const found = row.parents.flatMap(({ id }) => {
    const parent = byId.get(id.toUpperCase());
    return parent === undefined || parent === row ? [] : [{ id, row: parent }];
  });
  const outside = row.parents.find(({ id }) => byId.get(id.toUpperCase()) === undefined);
  return found[0] ?? { id: outside?.id ?? null, row: undefined };
}

/** A table of texts as CSV, formulas neutralised. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => writeDelimited(cells.map(guardFormula))).join('\n');
}
