import { type Backlog, getItem } from '../../backlog/backlog.js';
import type { ChangeSet, FileChange } from '../../backlog/change-set.js';
import { kindOf } from '../../backlog/workflow.js';
import type { Draft, Drafts } from '../../exchange/draft.js';
import { type ImportNote, importNote, sumImportNotes } from '../../exchange/import-note.js';
import { normalizeWord, typeOfWord } from '../../exchange/words.js';
import { bodyOf } from '../../item/document.js';
import { type Item, readList } from '../../item/item.js';
import { isWorkKind, type Kind } from '../../item/kind.js';
import type { Template } from '../../item/template.js';
import { findStory } from '../../story/find-story.js';
import type { Clock } from '../../text/clock.js';
import { stripUnprintable } from '../../text/printable.js';
import { failure, type Result, success } from '../../text/problem.js';
import { findKind, makeDocument } from '../items/add-item.js';
import { bringBackOpened } from '../items/archive-items.js';
import { changeItem } from '../items/change-item.js';
import { evaluateAssignments } from '../items/evaluate-assignments.js';
import { createIdMaker, type IdMaker } from '../items/new-id.js';
import { applyRanks, placeAtEnd } from '../items/place.js';
import { finishDraftBody, updateDraftBody } from './draft-body.js';
import { type DraftFields, type IdOf, readDraftFields, resolveIn } from './draft-fields.js';
import { findImported, listGone } from './find-imported.js';
import { fileOfMark } from './mark-item.js';
import { changeFromRow, readOwnFields } from './own-row.js';

export interface ImportedItem {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  /** Where it stands in the source: `line 12`. */
  readonly place: string;
  /** Line of the source, from 1; null where it has none. */
  readonly line: number | null;
  readonly outcome: 'added' | 'updated' | 'kept';
  /** Why it does not read as a story, where it should; or null. */
  readonly reason: string | null;
}

export interface ImportRequest {
  readonly source: Drafts;
  /** `key=value` words that all of them get. */
  readonly assignments: readonly string[];
  /** What a draft without a type of its own becomes; null: by its text. */
  readonly type: string | null;
  /** Items imported before take the source's values again; else they are left as they are. */
  readonly update: boolean;
  templateOf(kind: Kind): Result<Template>;
}

export interface ImportResult {
  readonly imported: readonly ImportedItem[];
  /** What could not be taken over as it was, summed up. */
  readonly notes: readonly ImportNote[];
  readonly changes: ChangeSet;
}

/** A draft with the id it has here, old or new. */
interface Named {
  readonly draft: Draft;
  readonly kind: Kind;
  readonly id: string;
  readonly known: Item | null;
}

/**
 * One item for each draft, in the source's order at the end of the backlog. What has no place in a
 * field stands at the end of the body, so that nothing is lost in silence; a draft imported before
 * (the same `source:`) is the same item.
 */
export function importDrafts(
  backlog: Backlog,
  request: ImportRequest,
  clock: Clock,
): Result<ImportResult> {
  const naming = nameDrafts(backlog, request, clock);
  if (!naming.ok) return naming;
  const { named } = naming.value;
  const idOf = new Map(
    named.flatMap(({ draft, id }) =>
      [draft.sourceId ?? '', ...draft.aliases].map((name) => [name.toUpperCase(), id] as const),
    ),
  );
  const fresh = named.filter(({ known }) => known === null);
  const ranks = placeAtEnd(
    backlog,
    fresh.map(({ id }) => id),
  );
  const others = applyRanks(backlog, ranks);
  if (!others.ok) return others;
  const rankOf = new Map(ranks.map(({ id, rank }) => [id, rank]));
  const imported: ImportedItem[] = [];
  const notes = [...request.source.notes, ...naming.value.notes];
  const changes: FileChange[] = [];
  for (const one of named) {
    const made = one.known
      ? updateKnown(backlog, one, one.known, request, idOf)
      : addDraft(backlog, one, request, idOf, rankOf.get(one.id), clock.today);
    if (!made.ok) return refuse(one.draft, made.problems);
    imported.push(made.value.imported);
    notes.push(...made.value.notes);
    changes.push(...made.value.changes);
  }
  return success({
    imported,
    notes: sumImportNotes(notes),
    changes: bringBackOpened(backlog.settings, [...changes, ...others.value]),
  });
}

interface Naming {
  readonly named: readonly Named[];
  readonly notes: readonly ImportNote[];
}

function nameDrafts(
  backlog: Backlog,
  { source: { drafts, isByText }, type }: ImportRequest,
  { random }: Clock,
): Result<Naming> {
  const makeId = createIdMaker(backlog, drafts.length, random);
  const importedOf = findImported(backlog, drafts);
  const notes: ImportNote[] = [];
  const taken = new Set<string>();
  const named: Named[] = [];
  for (const draft of drafts) {
    const chosen = chooseType(backlog, draft, type);
    const kind = findKind(backlog, chosen.type);
    if (!kind.ok) return kind;
    const imported = importedOf(draft);
    if (imported.is === 'doubtful') {
      const { id, title } = imported.item;
      const name = draft.source ?? draft.sourceId;
      const lost = draft.own === null ? '' : ', since the table has lost its storymark column';
      const message = `${name} is ${id} “${title}” here, and the file does not identify it as the same item${lost}: give its source with --origin`;
      notes.push(importNote('left', `“${draft.title}”`, message, draft.place));
      continue;
    }
    const known = imported.is === 'known' ? imported.item : null;
    if (known === null && chosen.guess !== null) {
      const message =
        draft.type === null ? 'from the text, since the source has none (see --type)' : '';
      notes.push(importNote('guessed', chosen.guess, message, draft.place));
    }
    const other = known ? undefined : getItem(backlog, draft.sourceId ?? '');
    if (other !== undefined) {
      const message = `${other.id} is “${other.title}” here: imported as a new item`;
      notes.push(importNote('guessed', 'ids of another backlog', message, draft.place));
    }
    const id = known ? success(known.id) : chooseId(backlog, draft, kind.value, taken, makeId);
    if (!id.ok) return refuse(draft, id.problems);
    taken.add(id.value.toUpperCase());
    const own = known && kindOf(backlog.settings, known.type);
    named.push({ draft, kind: own ?? kind.value, id: id.value, known });
  }
  const fresh = named.find(({ known }) => known === null);
  const gone =
    isByText && fresh ? listGone(backlog, drafts, new Set(named.map(({ id }) => id))) : [];
  for (const { id, title } of gone) {
    const message =
      'its line is gone and there are new ones: if it was edited, it now exists twice; combine both with storymark merge';
    notes.push(importNote('guessed', 'edited lines', message, `${id} “${title}”`));
  }
  return success({ named, notes });
}

interface ChosenType {
  readonly type: string;
  /** What was taken for what, where that is not plain; or null. */
  readonly guess: string | null;
}

/** The team's own type of that name, what the word means elsewhere, the type asked for, or the text. */
function chooseType({ settings }: Backlog, draft: Draft, asked: string | null): ChosenType {
  const work = settings.kinds.filter(isWorkKind).map((kind) => kind.type);
  const word = draft.type === null ? null : normalizeWord(draft.type).replaceAll(' ', '-');
  const same = work.find((type) => type === word);
  if (same !== undefined) return { type: same, guess: null };
  const type = (draft.type && typeOfWord(draft.type)) || asked;
  const isStory = findStory(draft.body)?.reading.ok || findStory(draft.title)?.reading.ok;
  const chosen = type ?? (isStory ? 'story' : 'task');
  if (draft.type === null) {
    const guess = asked === null ? `type ${chosen}` : null;
    return { type: chosen, guess };
  }
  return { type: chosen, guess: `type "${draft.type}" taken as ${chosen}` };
}

/** An id of the source is kept where it can be one here (docs/design.md) and nobody has it. */
function chooseId(
  backlog: Backlog,
  { sourceId, title }: Draft,
  kind: Kind,
  taken: ReadonlySet<string>,
  makeId: IdMaker,
): Result<string> {
  const isUsable =
    sourceId !== null && /^[A-Za-z][A-Za-z0-9]{0,15}-[0-9A-Za-z.]{1,20}$/.test(sourceId);
  if (!isUsable || taken.has(sourceId.toUpperCase()) || getItem(backlog, sourceId)) {
    return makeId(kind, title);
  }
  return success(sourceId);
}

interface Made {
  readonly imported: ImportedItem;
  readonly notes: readonly ImportNote[];
  readonly changes: ChangeSet;
}

function addDraft(
  backlog: Backlog,
  { draft, kind, id }: Named,
  request: ImportRequest,
  idOf: IdOf,
  rank: string | undefined,
  today: string,
): Result<Made> {
  const read =
    draft.own === null
      ? readDraftFields(backlog, draft, kind, idOf)
      : readOwn(backlog, kind, draft, id, idOf);
  const isSentence =
    kind.type === 'story' && draft.own === null && draft.body !== '' && !draft.body.includes('\n');
  const shipped = request.templateOf(kind);
  if (!shipped.ok) return shipped;
  const template = isSentence ? shipped.value : { ...shipped.value, body: '' };
  const made = makeDocument(
    backlog,
    kind,
    { ...template, fields: { ...template.fields, ...read.references } },
    {
      type: kind.type,
      title: tidyTitle(draft, id),
      answers: { story: isSentence ? stripUnprintable(draft.body) : undefined },
      criteria: isSentence ? draft.criteria.map(({ text }) => stripUnprintable(text)) : [],
      assignments: [...read.assignments, ...request.assignments],
      place: null,
    },
    { today, makeId: () => success(id) },
  );
  if (!made.ok) return made;
  const { title, write } = made.value;
  const written = write(rank);
  const name = draft.own === null ? null : fileOfMark(draft.own.mark ?? '', id);
  const path = name === null ? written.path : `${kind.folder}/${name}`;
  const file = { ...written, path };
  const text = file.after ?? '';
  const end = text.indexOf('\n---\n') + '\n---\n'.length;
  const ownBody = isSentence ? text.slice(end) : draft.own ? draft.body : `\n${draft.body}\n`;
  const isWhole = draft.own !== null && read.extra.length === 0;
  const { language } = backlog.settings;
  const body = isWhole
    ? ownBody
    : finishDraftBody(ownBody, draft, read.extra, isSentence, language);
  const after = text.slice(0, end) + body;
  return success({
    imported: describe(draft, { id, title, path, outcome: 'added' }),
    notes: read.notes,
    changes: [{ ...file, after }],
  });
}

/**
 * Takes the source's values again. The text stays, since people go on writing in it. What is said of
 * the source was said when it was first imported: only a change is reported.
 */
function updateKnown(
  backlog: Backlog,
  { draft, kind, id }: Named,
  known: Item,
  { update }: ImportRequest,
  idOf: IdOf,
): Result<Made> {
  const { path } = known.document;
  if (!update) {
    const imported = describe(draft, { id, title: known.title, path, outcome: 'kept' });
    return success({ imported, notes: [], changes: [] });
  }
  if (draft.own !== null) return updateFromRow(backlog, draft, known, idOf);
  const isById =
    known.document.field('source') !== draft.source &&
    known.id.toUpperCase() === draft.sourceId?.toUpperCase();
  const read = readDraftFields(
    backlog,
    isById ? { ...draft, source: null } : draft,
    kind,
    idOf,
    known,
  );
  const target = { id, type: known.type, fields: known.document.fields };
  const evaluated = evaluateAssignments(backlog, target, [
    `title=${tidyTitle(draft, id)}`,
    ...read.assignments,
  ]);
  if (!evaluated.ok) return evaluated;
  const references = Object.entries(read.references).map(([key, value]) => ({
    path: [key] as [string],
    value,
  }));
  const edits = [...evaluated.value.edits, ...references];
  const { body, notes } = updateDraftBody(
    bodyOf(known.document),
    draft,
    read.extra,
    backlog.settings.language,
  );
  const change = changeItem(backlog.settings, known, edits, body);
  if (!change.ok) return change;
  const title = tidyTitle(draft, id);
  const isSame = change.value.before === change.value.after;
  const outcome = isSame ? ('kept' as const) : ('updated' as const);
  return success({
    imported: describe(draft, { id, title, path, outcome }),
    notes: [...(isSame ? [] : [...read.notes, ...notes]), ...noteLabels(known, draft)],
    changes: [change.value],
  });
}

/** Whether the source took a label away or someone here added it, no one can tell: it stays. */
function noteLabels({ document }: Item, { fields, place }: Draft): readonly ImportNote[] {
  const given = new Set(
    fields.flatMap(([key, value]) => (key === 'labels' ? value.split(/,\s*/) : [])),
  );
  const labels = readList(document.field('labels'));
  const more = given.size === 0 ? [] : labels.filter((label) => !given.has(label));
  if (more.length === 0) return [];
  const message = `${more.join(', ')} kept, which the source does not have`;
  return [importNote('guessed', 'labels', message, place)];
}

function readOwn(backlog: Backlog, kind: Kind, draft: Draft, id: string, idOf: IdOf): DraftFields {
  const { fields, extra, notes } = readOwnFields(backlog, kind, draft, resolveIn(backlog, idOf));
  const keepsId = id === draft.sourceId && draft.own?.mark !== '';
  const source = keepsId || draft.source === null ? {} : { source: draft.source };
  return { assignments: [], references: { ...source, ...fields }, extra, notes };
}

/** A row of a table that this backlog wrote: what was changed in it. */
function updateFromRow(backlog: Backlog, draft: Draft, known: Item, idOf: IdOf): Result<Made> {
  const { edits, body, notes } = changeFromRow(backlog, known, draft, resolveIn(backlog, idOf));
  const change = changeItem(backlog.settings, known, edits, body);
  if (!change.ok) return change;
  const outcome = change.value.before === change.value.after ? 'kept' : 'updated';
  const { id, title, document } = known;
  return success({
    imported: describe(draft, { id, title: draft.title || title, path: document.path, outcome }),
    notes,
    changes: [change.value],
  });
}

/** One line; blanks in a title of our own stay as they are. */
function tidyTitle({ title, own }: Draft, id: string): string {
  return title.replace(own ? /[\r\n]+/g : /\s+/g, ' ').trim() || `Untitled ${id}`;
}

function describe(
  { place, reason }: Draft,
  made: Pick<ImportedItem, 'id' | 'title' | 'path' | 'outcome'>,
): ImportedItem {
  const line = /^line (\d+)$/.exec(place)?.[1];
  return { ...made, place, line: line === undefined ? null : Number(line), reason };
}

function refuse(draft: Draft, problems: readonly { readonly message: string }[]): Result<never> {
  return failure(
    ...problems.map(({ message }) => ({
      kind: 'usage' as const,
      message: `${draft.place}: ${message}; nothing was imported`,
    })),
  );
}
