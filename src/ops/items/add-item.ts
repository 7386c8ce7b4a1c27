import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import type { PlacePosition } from '../../backlog/order-key.js';
import { categoryOf, kindOf } from '../../backlog/workflow.js';
import { createDocumentText } from '../../item/edit/edit.js';
import { keyOrderOf, partingFields, presentFields } from '../../item/field.js';
import { isWorkKind, type Kind } from '../../item/kind.js';
import { slugify } from '../../item/slug.js';
import { fillTemplate, type Template } from '../../item/template.js';
import type { Clock } from '../../text/clock.js';
import { stripUnprintable } from '../../text/printable.js';
import { type Result, success, usage } from '../../text/problem.js';
import { didYouMean } from '../../text/suggest.js';
import { evaluateText } from './assignment.js';
import { addNote } from './change-status.js';
import { evaluateAssignments } from './evaluate-assignments.js';
import { createIdMaker, type IdMaker } from './new-id.js';
import { applyRanks, placeAtEnd, placeIds } from './place.js';

/** A document to be, as a person describes it. */
export interface NewItem {
  readonly type: string;
  readonly title: string;
  /** What the template's placeholders stand for; `criteria` is one line each. */
  readonly answers: Readonly<Record<string, string | undefined>>;
  readonly criteria: readonly string[];
  /** `key=value` words, as `set` takes them. */
  readonly assignments: readonly string[];
  readonly place: PlacePosition | null;
  /** Why, where it is unusual; kept in the item. */
  readonly reason?: string | null;
}

export interface AddedItem {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly changes: ChangeSet;
}

/** The kind a type names, or what was probably meant. */
export function findKind(backlog: Backlog, type: string): Result<Kind> {
  const kind = kindOf(backlog.settings, type);
  if (kind) return success(kind);
  const known = backlog.settings.kinds.map((one) => one.type);
  return usage(`unknown type "${type}".${didYouMean(type, known)} (${known.join(', ')})`);
}

/** Makes one document from a template. */
export function addItem(
  backlog: Backlog,
  template: Template,
  input: NewItem,
  { today, random }: Clock,
): Result<AddedItem> {
  const kind = findKind(backlog, input.type);
  if (!kind.ok) return kind;
  if (kind.value.idStyle === 'sprint') {
    return usage('to add a sprint, run storymark sprint create');
  }
  const assignments = [...input.assignments, ...stampNew(backlog, kind.value, input, today)];
  const made = makeDocument(
    backlog,
    kind.value,
    template,
    { ...input, assignments },
    {
      today,
      makeId: createIdMaker(backlog, 1, random),
    },
  );
  if (!made.ok) return made;
  const { id, title, path, write } = made.value;
  if (!isWorkKind(kind.value)) {
    return success({ id, title, path, changes: [write(undefined)] });
  }
  const ranks = input.place ? placeIds(backlog, [id], input.place) : placeAtEnd(backlog, [id]);
  const others = applyRanks(backlog, ranks);
  if (!others.ok) return others;
  const own = ranks.find((change) => change.id === id)?.rank;
  return success({ id, title, path, changes: [write(own), ...others.value] });
}

/** The day feedback came, and the day that comes with a status, as `start` and `done` stamp it. */
function stampNew(
  { settings }: Backlog,
  kind: Kind,
  { assignments }: NewItem,
  today: string,
): readonly string[] {
  const given = (key: string) =>
    assignments.findLast((word) => word.startsWith(`${key}=`))?.slice(key.length + 1);
  const status = given('status');
  if (kind.type === 'feedback' && given('date') === undefined) return [`date=${today}`];
  if (status === undefined || !isWorkKind(kind)) return [];
  const category = categoryOf(settings, { type: kind.type, status });
  const key = category === 'done' ? 'done' : category === 'doing' ? 'started' : null;
  return key === null || given(key) !== undefined ? [] : [`${key}=${today}`];
}

interface MadeDocument {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  /** The new file, at a place in the order. */
  write(rank: string | undefined): ChangeSet[number];
}

/** A new document without its place: several made at once are placed together. */
export function makeDocument(
  backlog: Backlog,
  kind: Kind,
  template: Template,
  input: NewItem,
  { today, makeId }: { readonly today: string; readonly makeId: IdMaker },
): Result<MadeDocument> {
  const title = evaluateText('title', input.title);
  if (!title.ok) return title;
  const texts = checkTexts(input);
  if (!texts.ok) return texts;
  const { ownId, assignments } = takeOwnId(kind, input.assignments);
  const id = makeId(kind, title.value, ownId);
  if (!id.ok) return id;
  const target = { id: `the new ${kind.type}`, type: kind.type, fields: template.fields };
  const assigned = evaluateAssignments(backlog, target, assignments);
  if (!assigned.ok) return assigned;
  const fields = {
    ...(isWorkKind(kind) ? partingFields : {}),
    id: id.value,
    type: kind.type,
    title: title.value,
    created: today,
    ...assigned.value.fields,
  };
  const criteria = input.criteria.map((text) => `- [ ] ${text.trim()}`).join('\n');
  const filled = fillTemplate(template, { ...input.answers, criteria, title: title.value });
  const body = input.reason ? addNote(filled, `Added on ${today}: ${input.reason}`) : filled;
  const name = documentName(kind, id.value, title.value);
  const path = `${kind.folder}/${name}`;
  return success({
    id: id.value,
    title: title.value,
    path,
    write: (rank) => ({
      path,
      before: null,
      after: createDocumentText(presentFields({ ...fields, rank }), body, keyOrderOf(kind)),
    }),
  });
}

/** Answers may run over several lines, criteria are one each; neither holds control characters. */
function checkTexts({ answers, criteria, reason }: NewItem): Result<null> {
  const why = reason == null ? null : evaluateText('the reason', reason);
  if (why?.ok === false) return why;
  for (const text of criteria) {
    const read = evaluateText('criterion', text);
    if (!read.ok) return read;
  }
  for (const [name, text = ''] of Object.entries(answers)) {
    if (stripUnprintable(text) !== text.replaceAll('\r', '')) {
      const message = `${name}: control characters are not allowed`;
      return usage(message);
    }
  }
  return success(null);
}

/** A slug id may be chosen with `id=…`, where the title gives none or a poor one. */
function takeOwnId(kind: Kind, words: readonly string[]) {
  const isOwnId = (word: string) => kind.idStyle === 'slug' && word.startsWith('id=');
  return {
    ownId: words.findLast(isOwnId)?.slice('id='.length),
    assignments: words.filter((word) => !isOwnId(word)),
  };
}

/** The name of a new document's file. */
export function documentName(kind: Kind, id: string, title: string): string {
  const slug = kind.idStyle === 'coded' ? slugify(title) : '';
  return slug === '' ? `${id}.md` : `${id}-${slug}.md`;
}
