import { readCriteria } from '../../item/criteria.js';
import { bodyOf, type Document } from '../../item/document.js';
import { fieldNames } from '../../item/field.js';
import { isEqualValue, isList, isMap, type Value } from '../../item/value.js';
import { saySize } from '../../text/amount.js';

/** One thing about a document that became another, as a person would say it. */
export interface DocumentChange {
  /** A key of the frontmatter (`score.value`), or `criteria`, `text`, `file`. */
  readonly field: string;
  readonly from: Value;
  readonly to: Value;
  readonly text: string;
}

/** Fields that tell what another field tells already, or what only the program reads. */
const silent: ReadonlySet<string> = new Set(['sprints']);

/** What changed between two versions of one document. */
export function describeDocumentChanges(
  before: Document,
  after: Document,
): readonly DocumentChange[] {
  const keys = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)]);
  const inOrder = fieldNames.filter((key) => keys.has(key));
  const own = [...keys].filter((key) => !fieldNames.includes(key));
  const fields = [...inOrder, ...own]
    .filter((key) => !silent.has(key))
    .flatMap((key) => describeField(key, readKey(before, key), readKey(after, key)));
  // Git may write other line ends into the work tree than it keeps.
  const [old, now] = [before, after].map((one) => bodyOf(one).replaceAll('\r\n', '\n'));
  return [...fields, ...describeBody(old ?? '', now ?? '')];
}

/** An empty field and none are the same to people. */
function readKey({ fields }: Document, key: string): Value {
  return Object.hasOwn(fields, key) ? (fields[key] ?? null) : null;
}

function describeField(field: string, from: Value, to: Value): readonly DocumentChange[] {
  if (isEqualValue(from, to)) return [];
  if (isMap(from) || isMap(to)) {
    const [left, right] = [isMap(from) ? from : {}, isMap(to) ? to : {}];
    return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) =>
      describeField(`${field}.${key}`, left[key] ?? null, right[key] ?? null),
    );
  }
  return [{ field, from, to, text: sayField(field, from, to) }];
}

function sayField(field: string, from: Value, to: Value): string {
  if (isList(from) || isList(to)) return `${field} ${sayList(toList(from), toList(to))}`;
  switch (field) {
    case 'rank':
      return sayMove(from, to);
    case 'sprint':
      if (from === null) return `into sprint ${to}`;
      return to === null ? `out of sprint ${from}` : `from sprint ${from} to ${to}`;
    case 'title':
      return `title “${from ?? ''}” → “${to ?? ''}”`;
    case 'points':
      if (from === null) return `estimated at ${sayPoints(to)}`;
      return to === null ? `estimate of ${sayPoints(from)} removed` : `points ${from} → ${to}`;
    default:
      if (from === null) return `${field} ${to}`;
      return to === null ? `${field} removed (was ${from})` : `${field} ${from} → ${to}`;
  }
}

function sayPoints(points: Value): string {
  return typeof points === 'number' ? saySize(points, 'points') : `${points} points`;
}

/** A smaller key stands higher; how far cannot be said without the other items. */
function sayMove(from: Value, to: Value): string {
  if (from === null) return 'placed in the order';
  if (to === null) return 'removed from the order';
  return String(to) < String(from) ? 'moved up' : 'moved down';
}

function toList(value: Value): readonly Value[] {
  return isList(value) ? value : value === null ? [] : [value];
}

function sayList(from: readonly Value[], to: readonly Value[]): string {
  const say = (value: Value) => (typeof value === 'string' ? value : JSON.stringify(value));
  const added = to.map(say).filter((value) => !from.map(say).includes(value));
  const removed = from.map(say).filter((value) => !to.map(say).includes(value));
  const parts = [...added.map((value) => `+${value}`), ...removed.map((value) => `−${value}`)];
  return parts.length === 0 ? 'in another order' : parts.join(' ');
}

function describeBody(before: string, after: string): readonly DocumentChange[] {
  if (before === after) return [];
  const [was, now] = [before, after].map((body) => readCriteria(body).items);
  const ticks = new Map(was?.map(({ text, done }) => [text, done]));
  const texts = new Set(now?.map(({ text }) => text));
  const say = (from: Value, to: Value, text: string): DocumentChange => ({
    field: 'criteria',
    from,
    to,
    text,
  });
  const changed = [
    ...(now ?? []).flatMap(({ text, done }) => {
      const known = ticks.get(text);
      if (known === undefined) return [say(null, text, `criterion added: ${text}`)];
      return known === done ? [] : [say(known, done, `${done ? 'ticked' : 'unticked'}: ${text}`)];
    }),
    ...(was ?? [])
      .filter(({ text }) => !texts.has(text))
      .map(({ text }) => say(text, null, `criterion removed: ${text}`)),
  ];
  const isOnlyCriteria = stripCriteria(before) === stripCriteria(after);
  return isOnlyCriteria && changed.length > 0
    ? changed
    : [...changed, { field: 'text', from: null, to: null, text: 'text changed' }];
}

/** The body's words without its criteria, whose changes are named one by one. */
function stripCriteria(body: string): string {
  const spans = readCriteria(body).items.map(({ span }) => span);
  let rest = '';
  let at = 0;
  for (const [start, end] of spans) {
    rest += body.slice(at, start);
    at = end;
  }
  return (rest + body.slice(at)).replace(/\s+/g, ' ').trim();
}
