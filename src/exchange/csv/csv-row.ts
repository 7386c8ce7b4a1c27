import { formatStory } from '../../story/format-story.js';
import { stripUnprintable } from '../../text/printable.js';
import type { DelimitedRow } from '../delimited.js';
import { createDraft, type Draft, foreignTitle, sourceName } from '../draft.js';
import { type DayOrder, isAmbiguousDay, readForeignDay } from '../foreign-day.js';
import { type DecimalSign, isAmbiguousNumber, readForeignNumber } from '../foreign-number.js';
import { type ImportNote, importNote } from '../import-note.js';
import { categoryOfWord, categoryOfWorkflow, typeOfLabels } from '../words.js';
import { readBodyCell, restoreFormula } from './csv-cell.js';
import type { ColumnMeaning } from './csv-columns.js';
import { readCriteriaCell } from './csv-criteria.js';
import type { Column } from './csv-head.js';
import { jiraToMarkdown } from './jira-wiki.js';

export interface TableFacts {
  readonly dayOrder: DayOrder;
  readonly isJira: boolean;
  readonly isLinear: boolean;
  /** storymark wrote the table. */
  readonly isOwn: boolean;
  /** Its rows say, or their origin does, whether they are of this backlog. */
  readonly isMarked: boolean;
  readonly origin: string | null;
  /** What stories are written in. */
  readonly language: string | undefined;
}

export interface TypedColumn extends Column {
  readonly holds: 'number' | 'day' | null;
  /** Of its numbers. */
  readonly sign: DecimalSign;
}

/** A row's draft, and how it hangs together with other rows. */
export interface DraftedRow {
  readonly draft: Draft;
  /** Its own, the best first. */
  readonly ids: readonly string[];
  readonly parents: readonly { readonly heading: string; readonly id: string }[];
  /** Ids of rows that wait for this one. */
  readonly blocks: readonly string[];
  /** In a table that is a tree. */
  readonly level: number | null;
}

interface Cell extends TypedColumn {
  readonly text: string;
}

/** Beyond the headings. */
const noColumn: TypedColumn = { heading: '', meaning: null, holds: null, sign: 'unknown' };

export function draftRow(
  row: DelimitedRow,
  columns: readonly TypedColumn[],
  facts: TableFacts,
): DraftedRow {
  const place = `line ${row.line}`;
  const { cells, notes } = readCells(row, columns, facts, place);
  const all = (part: ColumnMeaning['part']) =>
    cells.filter(({ meaning }) => meaning?.part === part);
  const texts = (part: ColumnMeaning['part']) => [...new Set(all(part).map(({ text }) => text))];
  const first = (part: ColumnMeaning['part']) => texts(part)[0] ?? null;
  const title = all('level')[0];
  const status = readStatus(
    first('status'),
    first('category'),
    first('resolution'),
    all('status')[0],
  );
  const fields = cells.map((cell) => readField(cell, facts, place));
  const ids = [...texts('id'), ...texts('otherId')];
  const mark = first('mark') ?? '';
  const named = facts.isOwn
    ? nameOwn(ids[0] ?? null, mark, cells, facts)
    : nameSource(ids[0] ?? null, first('origin'), first('url'), facts);
  const written = writeBody(texts, facts);
  const labels = fields.flatMap(({ fields: pairs }) =>
    pairs.flatMap(([key, value]) => (key === 'labels' ? [value] : [])),
  );
  const typed = first('type') === null ? typeOfLabels(labels) : null;
  const name =
    first('title') ?? title?.text ?? first('want') ?? written.body.split('\n', 1)[0] ?? '';
  const draft = createDraft({
    place,
    source: named.source,
    formerSources: named.former,
    sourceId: ids[0] ?? null,
    aliases: ids,
    type: first('type') ?? typed?.type ?? null,
    status: status.word,
    category: status.category,
    title: facts.isOwn ? name : foreignTitle(name),
    body: facts.isOwn ? readBodyCell(first('body') ?? '') : written.body,
    criteria:
      facts.isOwn && all('body').length > 0 ? [] : texts('criteria').flatMap(readCriteriaCell),
    fields: fields.flatMap((field) => field.fields),
    depends: texts('depends').flatMap((cell) => cell.split(/[,;\s]+/)),
    extra: [
      ...cells.flatMap(({ heading, meaning, text }) =>
        meaning === null ? [[heading, text] as const] : [],
      ),
      ...fields.flatMap((field) => field.extra),
      ...singles.flatMap((part) =>
        all(part)
          .filter(({ text }) => text !== (part === 'title' ? name : first(part)))
          .map(({ heading, text }) => [heading, text] as const),
      ),
      ...all('otherId').flatMap(({ heading, text }) =>
        text === ids[0] ? [] : [[heading, text] as const],
      ),
      ...all('url').map(({ heading, text }) => [heading, text] as const),
      ...all('origin').flatMap(({ heading, text }) =>
        text === named.origin ? [] : [[heading, text] as const],
      ),
      ...all('category').flatMap(({ heading, text }) =>
        first('status') !== null && categoryOfWord(text) === null ? [[heading, text] as const] : [],
      ),
      ...(status.isSaid
        ? []
        : all('resolution').map(({ heading, text }) => [heading, text] as const)),
    ],
    notes: [
      ...notes,
      ...fields.flatMap((field) => field.notes),
      ...(written.isConverted
        ? [importNote('guessed', 'wiki markup', 'written as Markdown', place)]
        : []),
      ...(typed === null
        ? []
        : [importNote('guessed', `type ${typed.type}`, `by the label "${typed.label}"`, place)]),
    ],
    own: facts.isOwn
      ? {
          mark: facts.isMarked ? mark : null,
          cells: columns.map((column, index) => {
            const text = restoreFormula(row.cells[index] ?? '');
            return [column.heading, text, writePlainly(column, text, facts)];
          }),
        }
      : null,
  });
  return {
    draft,
    ids,
    parents: all('parent').map(({ heading, text }) => ({ heading, id: text })),
    blocks: texts('blocks')
      .flatMap((cell) => cell.split(/[,;\s]+/))
      .filter((id) => id !== ''),
    level: title?.meaning?.part === 'level' ? title.meaning.level : null,
  };
}

/** Parts of which an item has one: a second value is kept as text. */
const singles = ['id', 'type', 'status', 'category', 'title'] as const;

/** The cells that say something, those beyond the headings too. */
function readCells(
  { cells }: DelimitedRow,
  columns: readonly TypedColumn[],
  { isOwn, isLinear }: TableFacts,
  place: string,
): { readonly cells: readonly Cell[]; readonly notes: readonly ImportNote[] } {
  const notes: ImportNote[] = [];
  const read = cells.flatMap((cell, index): Cell[] => {
    const column = columns[index] ?? noColumn;
    const restored = isOwn || isLinear ? restoreFormula(cell) : cell;
    const text = isOwn ? restored : stripUnprintable(restored.replace(/\r\n?/g, '\n'));
    const heading = column.heading.trim() || `column ${index + 1}`;
    if (!isOwn && text.length < restored.replace(/\r\n?/g, '\n').length) {
      notes.push(importNote('left', `control characters in ${heading}`, '', place));
    }
    // A body of blank lines is a body too.
    const isEmpty = isOwn && column.meaning?.part === 'body' ? text === '' : text.trim() === '';
    return isEmpty ? [] : [{ ...column, heading, text }];
  });
  return { cells: read, notes };
}

interface ReadField {
  readonly fields: Draft['fields'];
  readonly extra: Draft['extra'];
  readonly notes: readonly ImportNote[];
}

const noField: ReadField = { fields: [], extra: [], notes: [] };

/** A number or a day as we write it, where the table says what it is; else as it stands. */
function writePlainly({ holds, sign }: TypedColumn, text: string, { dayOrder }: TableFacts) {
  if (holds === 'number') return readForeignNumber(text, sign) ?? text;
  return (holds === 'day' ? readForeignDay(text, dayOrder) : null) ?? text;
}

function readField(cell: Cell, facts: TableFacts, place: string): ReadField {
  const { heading, meaning, holds, sign, text } = cell;
  if (meaning?.part !== 'field') return noField;
  const { key } = meaning;
  // By `source` an item is known here: another program means something else by it.
  if (key === 'source' && !facts.isOwn) return { ...noField, extra: [[heading, text]] };
  if (key === 'labels') {
    const labels = text.split(/[,;\n]/).map((label) => label.trim());
    return { ...noField, fields: labels.map((label) => [key, label] as const) };
  }
  if (holds === 'number' && isAmbiguousNumber(text, sign)) {
    const sort = `${heading}, whose decimal separator is ambiguous`;
    return { ...noField, extra: [[heading, text, sort]] };
  }
  const plain = writePlainly(cell, text, facts);
  if (holds !== 'day') return { ...noField, fields: [[key, plain]] };
  const isDoubtful = isAmbiguousDay(text);
  if (isDoubtful && plain === text) {
    const sort = `${heading}, whose day and month are ambiguous`;
    return { ...noField, extra: [[heading, text, sort]] };
  }
  const order = facts.dayOrder === 'day-first' ? 'day/month' : 'month/day';
  const note = importNote(
    'guessed',
    heading,
    `read as ${order}, like other dates in the file`,
    place,
  );
  return { ...noField, fields: [[key, plain]], notes: isDoubtful ? [note] : [] };
}

/** What a status means by the column beside it, and what a resolution makes of it. */
function readStatus(
  word: string | null,
  category: string | null,
  resolution: string | null,
  cell: Cell | undefined,
) {
  const workflow = cell && word !== null ? categoryOfWorkflow(cell.heading, word) : null;
  const meaning = workflow ?? (category === null ? null : categoryOfWord(category));
  const resolved = resolution === null ? null : categoryOfWord(resolution);
  const isClosed = (meaning ?? (word === null ? 'done' : categoryOfWord(word))) === 'done';
  if (resolved === 'dropped' && isClosed)
    return { word: resolution, category: resolved, isSaid: false };
  const isSaid =
    resolution === null || /^unresolved$/i.test(resolution) || (resolved === 'done' && isClosed);
  return { word: word ?? category, category: meaning, isSaid };
}

/** A key such as SH-1 names its project; a number needs what the row says of its origin. */
function nameSource(
  id: string | null,
  project: string | null,
  url: string | null,
  { origin }: TableFacts,
) {
  if (id === null) return { source: null, former: [], origin: null };
  const isNumber = /^\d+$/.test(id);
  const known = origin ?? originOfUrl(url) ?? (isNumber ? project : null);
  const bare = sourceName('csv', null, id);
  return {
    source: sourceName('csv', known, id),
    former: known !== null || isNumber ? [bare] : [],
    origin: known,
  };
}

/** A row of another backlog's table keeps the source it has there, else it is named by its mark. */
function nameOwn(id: string | null, mark: string, cells: readonly Cell[], { origin }: TableFacts) {
  const said = cells.find(({ heading }) => heading === 'source')?.text ?? null;
  const named = id === null ? null : sourceName('csv', origin, mark === '' ? id : mark);
  return { source: origin === null ? (said ?? named) : named, former: [], origin: null };
}

/** The site and the project in an item's address. */
function originOfUrl(url: string | null): string | null {
  const [, host, path = ''] = /^https?:\/\/([^/\s]+)\/(\S*)$/.exec(url ?? '') ?? [];
  if (host === undefined) return null;
  const parts = path.split('/').filter((part) => part !== '');
  const end = parts.findIndex((part) =>
    /^(?:-|issues?|browse|pull|story|_workitems|work_items)$/.test(part),
  );
  return [host, ...parts.slice(0, end === -1 ? -1 : end)].join('/');
}

function writeBody(
  texts: (part: ColumnMeaning['part']) => readonly string[],
  { isJira, language }: TableFacts,
): { readonly body: string; readonly isConverted: boolean } {
  const [[role], [want], [benefit]] = [texts('role'), texts('want'), texts('benefit')];
  const isStory = role !== undefined && want !== undefined;
  const parts = [
    ...(isStory ? [formatStory({ role, want, benefit: benefit ?? null }, language)] : []),
    ...(!isStory && role !== undefined ? [`Role: ${role}`] : []),
    ...(!isStory && benefit !== undefined ? [`Benefit: ${benefit}`] : []),
    ...texts('body'),
  ];
  const body = parts.join('\n\n');
  const markdown = isJira ? jiraToMarkdown(body) : body;
  return { body: markdown, isConverted: markdown !== body };
}
