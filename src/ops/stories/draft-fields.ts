import { type Backlog, getItem } from '../../backlog/backlog.js';
import { categoryOf, firstStatus, statusesOf } from '../../backlog/workflow.js';
import type { Draft } from '../../exchange/draft.js';
import { type ImportNote, importNote } from '../../exchange/import-note.js';
import { categoryOfWord, normalizeWord } from '../../exchange/words.js';
import type { Item } from '../../item/item.js';
import type { Kind } from '../../item/kind.js';
import type { Value } from '../../item/value.js';
import { stripUnprintable } from '../../text/printable.js';
import { evaluateAssignments } from '../items/evaluate-assignments.js';
import { fieldTypeOf } from '../items/query-items.js';

/** Ids here by the source's ids, upper-case. */
export type IdOf = ReadonlyMap<string | undefined, string>;

export interface DraftFields {
  readonly assignments: readonly string[];
  /** Ids that may be of documents still to come. */
  readonly references: Readonly<Record<string, Value>>;
  readonly extra: Draft['extra'];
  readonly notes: readonly ImportNote[];
}

/** The id here of what the source calls by an id. */
export function resolveIn(backlog: Backlog, idOf: IdOf): (id: string) => string | null {
  return (id) => idOf.get(id.toUpperCase()) ?? getItem(backlog, id)?.id ?? null;
}

/** A draft's fields as far as they fit; the rest is told, and kept in the body. */
export function readDraftFields(
  backlog: Backlog,
  draft: Draft,
  kind: Kind,
  idOf: IdOf,
  known: Item | null = null,
): DraftFields {
  const assignments: string[] = [];
  const extra: [...Draft['extra']] = [...draft.extra];
  const { place } = draft;
  const notes = [
    ...draft.notes,
    ...draft.extra.map(([name, , sort]) => importNote('kept', sort ?? name, '', place)),
  ];
  const keep = (name: string, text: string, message: string) => {
    extra.push([name, text]);
    notes.push(importNote('kept', name, message, place));
  };
  const target = { id: draft.place, type: kind.type, fields: {} };
  const typeOf = fieldTypeOf(backlog);
  const isList = (key: string) => typeOf(key) === 'list';
  const given = new Map<string, string>();
  const put = (key: string, value: string) => {
    const before = given.get(key);
    if (before === value) return;
    if (before !== undefined && !isList(key)) {
      keep(key, value, 'the field holds one value, and has one');
      return;
    }
    given.set(key, value);
    // A list may come one by one, or as one text with commas.
    const word = `${key}${isList(key) && (key === 'labels' || before !== undefined) ? '+=' : '='}${stripUnprintable(value).replace(/\n/g, ' ')}`;
    const evaluated = evaluateAssignments(backlog, target, [word]);
    if (evaluated.ok) assignments.push(word);
    else keep(key, value, (evaluated.problems[0]?.message ?? '').replace(`${key}: `, ''));
  };
  const status = readStatus(backlog, draft, kind, known);
  if (status.value !== null) assignments.push(`status=${status.value}`);
  if (draft.status !== null && status.isOddWord) extra.push(['status', draft.status]);
  if (status.isUnknown) {
    const word = draft.status ?? '';
    const message = `no such status here: set to ${known?.status ?? firstStatus(backlog.settings, kind.type, 'todo')}`;
    extra.push(['status', word]);
    notes.push(importNote('kept', `status "${word}"`, message, place));
  }
  if (status.guess !== null) notes.push(importNote('guessed', status.guess, '', place));
  for (const [key, value] of draft.fields) if (value !== '') put(key, value);
  const resolve = resolveIn(backlog, idOf);
  const references: Record<string, Value> = {};
  if (draft.source !== null) references['source'] = stripUnprintable(draft.source);
  const parent = draft.parent === null ? null : resolve(draft.parent);
  if (parent !== null) references['parent'] = parent;
  else if (draft.parent !== null) keep('parent', draft.parent, 'there is no such item');
  const depends = draft.depends.filter((id) => id !== '');
  const found = depends.map(resolve).filter((id) => id !== null);
  if (found.length > 0) references['depends'] = [...new Set(found)];
  const unknown = depends.filter((id) => resolve(id) === null);
  if (unknown.length > 0) keep('depends on', unknown.join(', '), 'there is no such item');
  return { assignments, references, extra, notes };
}

interface StatusReading {
  readonly value: string | null;
  readonly isUnknown: boolean;
  /** The word alone does not say so: it is kept next to what the source says of it. */
  readonly isOddWord?: boolean;
  /** What was taken for what, where that is not plain; or null. */
  readonly guess: string | null;
}

/**
 * The team's own status of that name, or the first that means what the word means elsewhere. An
 * item imported before keeps its own where both mean the same.
 */
function readStatus(
  { settings }: Backlog,
  { status: word, category: told }: Draft,
  kind: Kind,
  known: Item | null,
): StatusReading {
  if (word === null) return { value: null, isUnknown: false, guess: null };
  const statuses = statusesOf(settings, kind.type);
  const same = Object.keys(statuses).find(
    (name) =>
      normalizeWord(name) === normalizeWord(word) && (told === null || statuses[name] === told),
  );
  const category = told ?? categoryOfWord(word);
  const isOddWord = same === undefined && category !== categoryOfWord(word);
  const value = same ?? (category && (firstStatus(settings, kind.type, category) ?? null));
  if (value === null) return { value, isUnknown: true, guess: null };
  if (known === null) {
    const guess = same === undefined ? `status "${word}" imported as ${value}` : null;
    return { value, isUnknown: false, isOddWord, guess };
  }
  const isSame =
    categoryOf(settings, { type: kind.type, status: value }) === categoryOf(settings, known);
  if (isSame && same === undefined) {
    return { value: null, isUnknown: false, isOddWord, guess: null };
  }
  const guess = known.status === value ? null : `status ${known.status} became ${value}`;
  return { value, isUnknown: false, isOddWord, guess };
}
