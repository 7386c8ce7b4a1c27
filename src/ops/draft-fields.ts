import { type Backlog, getItem } from '../backlog/backlog.js';
import { firstStatus, statusesOf } from '../backlog/workflow.js';
import type { Draft } from '../exchange/draft.js';
import { categoryOfWord, normalizeWord } from '../exchange/words.js';
import type { Value } from '../item/document.js';
import type { Kind } from '../item/kind.js';
import { stripUnprintable } from '../text/printable.js';
import { evaluateAssignments } from './evaluate-assignments.js';

/** Ids here by the source's ids, upper-case. */
export type IdOf = ReadonlyMap<string | undefined, string>;

export interface DraftFields {
  readonly assignments: readonly string[];
  /** Ids that may be of documents still to come. */
  readonly references: Readonly<Record<string, Value>>;
  readonly extra: Draft['extra'];
  readonly notes: readonly string[];
}

/** A draft's fields as far as they fit; the rest is told, and kept in the body. */
export function readDraftFields(
  backlog: Backlog,
  draft: Draft,
  kind: Kind,
  idOf: IdOf,
): DraftFields {
  const assignments: string[] = [];
  const extra: (readonly [string, string])[] = [...draft.extra];
  const notes: string[] = [];
  const target = { id: draft.place, type: kind.type, fields: {} };
  const put = (key: string, value: string) => {
    // Labels come one by one; other lists as one text with commas.
    const word = `${key}${key === 'labels' ? '+=' : '='}${stripUnprintable(value).replace(/\n/g, ' ')}`;
    const evaluated = evaluateAssignments(backlog, target, [word]);
    if (evaluated.ok) assignments.push(word);
    else {
      extra.push([key, value]);
      notes.push(evaluated.problems[0]?.message ?? key);
    }
  };
  const status = readStatus(backlog, draft.status, kind);
  if (status !== null) assignments.push(`status=${status}`);
  else if (draft.status !== null) extra.push(['status', draft.status]);
  for (const [key, value] of draft.fields) if (value !== '') put(key, value);
  const resolve = (id: string) => idOf.get(id.toUpperCase()) ?? getItem(backlog, id)?.id ?? null;
  const references: Record<string, Value> = {};
  if (draft.source !== null) references['source'] = stripUnprintable(draft.source);
  const parent = draft.parent === null ? null : resolve(draft.parent);
  if (parent !== null) references['parent'] = parent;
  else if (draft.parent !== null) extra.push(['parent', draft.parent]);
  const depends = draft.depends.filter((id) => id !== '');
  const found = depends.map(resolve).filter((id) => id !== null);
  if (found.length > 0) references['depends'] = [...new Set(found)];
  const unknown = depends.filter((id) => resolve(id) === null);
  if (unknown.length > 0) extra.push(['depends on', unknown.join(', ')]);
  return { assignments, references, extra, notes };
}

/** The team's own status of that name, or the first that means what the word means elsewhere. */
function readStatus({ settings }: Backlog, word: string | null, kind: Kind): string | null {
  if (word === null) return null;
  const names = Object.keys(statusesOf(settings, kind.type));
  const same = names.find((name) => normalizeWord(name) === normalizeWord(word));
  const category = categoryOfWord(word);
  return same ?? (category && (firstStatus(settings, kind.type, category) ?? null));
}
