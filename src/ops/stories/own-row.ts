import type { Backlog } from '../../backlog/backlog.js';
import { readListCell, readUntypedCell } from '../../exchange/csv/csv-cell.js';
import { cellsOf, markColumn, textColumns, textOf } from '../../exchange/csv/csv-export.js';
import type { Draft } from '../../exchange/draft.js';
import { readForeignDay } from '../../exchange/foreign-day.js';
import { canMeanNumber } from '../../exchange/foreign-number.js';
import { type ImportNote, importNote } from '../../exchange/import-note.js';
import { bodyOf } from '../../item/document.js';
import type { FieldEdit } from '../../item/edit/edit.js';
import { referenceTargets } from '../../item/field.js';
import type { Item } from '../../item/item.js';
import type { Kind } from '../../item/kind.js';
import type { Value } from '../../item/value.js';
import { stripUnprintable } from '../../text/printable.js';
import { type Result, success } from '../../text/problem.js';
import { evaluateAssignments } from '../items/evaluate-assignments.js';
import { fieldTypeOf } from '../items/query-items.js';
import { exportItem } from './export-items.js';

/** Finds the id an id of the table has here; null: there is no such item. */
export type Resolve = (id: string) => string | null;

export interface OwnChange {
  readonly edits: readonly FieldEdit[];
  readonly body: string;
  readonly notes: readonly ImportNote[];
}

const histories = new Set(['sprints', 'stage', 'stages', 'estimates', 'readings']);

/** What a row that storymark wrote changes in its item: the cells that say something else than it. */
export function changeFromRow(
  backlog: Backlog,
  item: Item,
  draft: Draft,
  resolve: Resolve,
): OwnChange {
  const exported = exportItem(backlog, item);
  const typeOf = fieldTypeOf(backlog);
  const now = cellsOf(exported, { typeOf });
  const edits: FieldEdit[] = [];
  const notes: ImportNote[] = [];
  let body = bodyOf(item.document);
  const leave = (key: string, message: string) =>
    notes.push(importNote('left', key, message, draft.place));
  // Another backlog's row does not know which id and source the item has here.
  const isOurs = draft.sourceId?.toUpperCase() === item.id.toUpperCase();
  for (const [key, given, plain] of draft.own?.cells ?? []) {
    if (key === markColumn || key === '') continue;
    if (!isOurs && (key === 'id' || key === 'source')) continue;
    // In a row that a person added, an empty cell was never filled.
    if (draft.own?.mark === '' && given.trim() === '') continue;
    const before = now.get(key) ?? textOf(exported, key) ?? '';
    if ([given, plain].some((cell) => isSameCell(before, cell, typeOf(key)))) continue;
    const cell = plain;
    if (key === 'body') body = readBody(cell, body, draft.body);
    else if (now.get(key) === undefined && (textColumns as readonly string[]).includes(key)) {
      leave(key, 'it is part of the text: change it in the column body');
    } else if (key === 'rank') leave(key, 'to place an item use storymark move');
    else if (histories.has(key)) leave(key, 'a history that only commands write');
    else if (cell.trim() === '' && ['id', 'type', 'title'].includes(key)) {
      leave(key, 'it cannot be removed');
    } else {
      const value = readCell(backlog, item, key, cell, resolve);
      if (value.ok) edits.push({ path: key.split('.') as [string], value: value.value });
      else leave(key, value.problems[0]?.message ?? '');
      if (key === 'status') {
        notes.push(importNote('guessed', `status ${before} became ${cell}`, '', draft.place));
      }
    }
  }
  return { edits, body, notes };
}

export interface OwnFields {
  readonly fields: Readonly<Record<string, Value>>;
  readonly extra: Draft['extra'];
  readonly notes: readonly ImportNote[];
}

/** Everything a row that storymark wrote says of an item that is not here, histories too. */
export function readOwnFields(
  backlog: Backlog,
  kind: Kind,
  draft: Draft,
  resolve: Resolve,
): OwnFields {
  const typeOf = fieldTypeOf(backlog);
  const fields: Record<string, Value> = {};
  const extra: (readonly [string, string])[] = [];
  const notes: ImportNote[] = [];
  const target = { type: kind.type, id: draft.place, document: { fields: {} } };
  for (const [key, , cell] of draft.own?.cells ?? []) {
    if (cell === '' || readElsewhere.has(key)) continue;
    const value = histories.has(key)
      ? success(typeOf(key) === 'list' ? readListCell(cell) : cell)
      : readCell(backlog, target, key, cell, resolve);
    if (value.ok && value.value !== undefined) setAt(fields, key.split('.'), value.value);
    else if (!value.ok) {
      extra.push([key, cell]);
      notes.push(importNote('kept', key, value.problems[0]?.message ?? '', draft.place));
    }
  }
  return { fields, extra, notes };
}

const readElsewhere = new Set(['', 'id', 'type', 'title', 'rank', markColumn, ...textColumns]);

function setAt(fields: Record<string, Value>, path: readonly string[], value: Value): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) {
    fields[key] = value;
    return;
  }
  const inner = { ...(fields[key] as Record<string, Value> | undefined) };
  setAt(inner, rest, value);
  fields[key] = inner;
}

interface Target {
  readonly id: string;
  readonly type: string;
  readonly document: { readonly fields: Item['document']['fields'] };
}

function readCell(
  backlog: Backlog,
  { id, type, document }: Target,
  key: string,
  cell: string,
  resolve: Resolve,
): Result<Value | undefined> {
  if (cell.trim() === '') return success(undefined);
  const fieldType = key.includes('.') ? null : fieldTypeOf(backlog)(key);
  const isReference = Object.hasOwn(referenceTargets, key);
  if (fieldType === null || fieldType === 'map' || fieldType === 'records') {
    return success(readUntypedCell(cell));
  }
  if (fieldType === 'list' && !isReference) return success(readListCell(cell));
  // Ids of the same table may be of items still to come.
  const found = isReference ? readListCell(cell).map(resolve) : [];
  if (isReference && found.every((one) => one !== null)) {
    return success(fieldType === 'list' ? found : (found[0] ?? undefined));
  }
  const text = fieldType === 'day' ? (readForeignDay(cell) ?? cell) : cell;
  const word = `${key}=${stripUnprintable(text)}`;
  const evaluated = evaluateAssignments(backlog, { id, type, fields: document.fields }, [word]);
  return evaluated.ok ? success(evaluated.value.edits[0]?.value) : evaluated;
}

/** Spreadsheets write line ends, numbers, days and truth in their own way, and lose letters. */
function isSameCell(a: string, b: string, type: string | null): boolean {
  const [one, other] = [tidy(a), tidy(b)];
  if (one === other) return true;
  if (one === '' || other === '') return false;
  switch (type) {
    case 'day':
      return (['day-first', 'month-first'] as const).some(
        (order) => readForeignDay(other, order) === one,
      );
    case 'flag':
      return one === 'true' && trueWords.test(other);
    case 'number':
    case null:
      return Number(one) === Number(other) || canMeanNumber(other, Number(one));
    default:
      return one.replace(notWindows1252, '?') === other;
  }
}

/** As spreadsheets in other languages show what is true. */
const trueWords = /^(?:true|wahr|vrai|verdadero|verdadeiro|vero|waar|prawda|sant|sand|истина)$/iu;
/** What a spreadsheet that saves in this code page writes a `?` for, one for each half of a pair. */
const notWindows1252 = /[^\0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/g;

function tidy(cell: string): string {
  return cell.replace(/\r\n?/g, '\n').trim();
}

/** The text of a cell in an item's body, with the line ends the body had. */
function readBody(cell: string, before: string, body: string): string {
  const text = cell.trim() === '' ? '' : body;
  const whole = text.endsWith('\n') || text === '' ? text : `${text}\n`;
  return before.includes('\r\n') ? whole.replace(/\r?\n/g, '\r\n') : whole;
}
