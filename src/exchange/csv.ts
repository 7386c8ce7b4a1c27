import { formatStory } from '../story/format-story.js';
import { failure, type Result, success } from '../text/problem.js';
import { type ColumnMeaning, isHistory, readHeading } from './csv-columns.js';
import { type DelimitedRow, readDelimited, writeDelimited } from './delimited.js';
import {
  createDraft,
  type Draft,
  type Drafts,
  foreignTitle,
  type ImportFormat,
  type ImportOptions,
  sourceName,
} from './draft.js';
import { importNote } from './import-note.js';
import { dayOfText } from './words.js';

/** A table with a line of headings. Columns are known by name or told by `--map`. */
export const csvFormat: ImportFormat = {
  id: 'csv',
  summary: 'a table with headings, as Jira and spreadsheets save it',
  reads: 'text',
  read: readTable,
};

interface Column {
  readonly heading: string;
  readonly meaning: ColumnMeaning | null;
}

function readTable(text: string, { map, ownFields, origin }: ImportOptions): Result<Drafts> {
  const [head, ...rows] = readDelimited(text);
  if (!head) return failure({ kind: 'usage', message: 'the table is empty' });
  const columns = head.cells.map(
    (heading): Column => ({
      heading,
      meaning: readHeading(heading, map, ownFields),
    }),
  );
  const headings = new Set(columns.map(({ heading }) => heading.toLowerCase()));
  const stray = [...map.keys()].find((heading) => !headings.has(heading));
  if (stray !== undefined) {
    const message = `--map: there is no column "${stray}" (${head.cells.join(', ')})`;
    return failure({ kind: 'usage', message });
  }
  const parts = new Set(columns.map(({ meaning }) => meaning?.part));
  if (!parts.has('title') && !parts.has('want') && !parts.has('body')) {
    const message = `no column is the title: say which with --map "NAME=title" (${head.cells.join(', ')})`;
    return failure({ kind: 'usage', line: head.line, message });
  }
  const notes = columns.flatMap(({ heading }, index) =>
    rows.flatMap(({ line, cells }) =>
      isHistory(heading) && cells[index]
        ? [importNote('left', heading, 'a history that only commands write', `line ${line}`)]
        : [],
    ),
  );
  return success({ drafts: rows.map((row) => readRow(row, columns, origin)), notes });
}

function readRow(
  { line, cells }: DelimitedRow,
  columns: readonly Column[],
  origin: string | null,
): Draft {
  const valuesOf = (part: ColumnMeaning['part']) =>
    columns.flatMap(({ meaning }, index) => {
      const cell = restoreFormula(cells[index] ?? '');
      return meaning?.part === part && cell !== '' ? [cell] : [];
    });
  const first = (part: ColumnMeaning['part']) => valuesOf(part)[0] ?? null;
  const body = writeBody(first('role'), first('want'), first('benefit'), valuesOf('body'));
  const id = first('id');
  const title = first('title') ?? first('want') ?? body.split('\n', 1)[0] ?? '';
  return createDraft({
    place: `line ${line}`,
    source: id === null ? null : sourceName('csv', origin, id),
    // A key names its project, a number names none.
    formerSources: id !== null && (origin !== null || /^\d+$/.test(id)) ? [`csv:${id}`] : [],
    sourceId: id,
    type: first('type'),
    status: first('status'),
    title: foreignTitle(title),
    body,
    criteria: valuesOf('criteria').flatMap(readCriteriaCell),
    fields: columns.flatMap(({ meaning }, index) =>
      meaning?.part === 'field' ? readField(meaning.key, cells[index] ?? '') : [],
    ),
    parent: first('parent'),
    depends: valuesOf('depends').flatMap((cell) => cell.split(/[,;\s]+/)),
    extra: columns.flatMap(({ heading, meaning }, index) => {
      const cell = restoreFormula(cells[index] ?? '');
      return meaning === null && cell !== '' ? [[heading, cell] as const] : [];
    }),
  });
}

function writeBody(
  role: string | null,
  want: string | null,
  benefit: string | null,
  texts: readonly string[],
): string {
  const story = role !== null && want !== null ? [formatStory({ role, want, benefit })] : [];
  return [...story, ...texts].join('\n\n').replaceAll('\r\n', '\n');
}

/** One criterion a line, with or without a marker and a tick. */
function readCriteriaCell(cell: string): Draft['criteria'] {
  return cell
    .split(/\r?\n/)
    .map((line) => /^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?(?:\[([ xX])\]\s+)?(.*?)\s*$/.exec(line))
    .flatMap((match) => (match?.[2] ? [{ text: match[2], done: /x/i.test(match[1] ?? '') }] : []));
}

const days = new Set(['created', 'started', 'due', 'done']);

function readField(key: string, cell: string): Draft['fields'] {
  const text = restoreFormula(cell);
  if (text === '') return [];
  return [[key, days.has(key) ? (dayOfText(text) ?? text) : text]];
}

/** Signs with which a spreadsheet takes a cell for a formula, and so may run what a stranger wrote. */
const formula = /^[=+\-@\t\r]/;

/** A table of texts as CSV; a cell that begins like a formula gets a `'` before it (OWASP). */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => writeDelimited(cells.map((cell) => (formula.test(cell) ? `'${cell}` : cell))))
    .join('\n');
}

function restoreFormula(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
