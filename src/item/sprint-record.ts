import type { FieldOf } from './field.js';
import type { Item } from './item.js';
import { type Fields, isList, isMap, type Value } from './value.js';

/** A sprint's lists of items: what its start froze, what came and went, and what its close froze. */
export const recordKeys = ['committed', 'added', 'removed', 'done', 'carried'] as const;
export type RecordKey = (typeof recordKeys)[number];

/** An item with its points at the time; null when unestimated. */
export interface CountedItem {
  readonly id: string;
  readonly points: number | null;
}

export function readRecords(value: Value | undefined): readonly CountedItem[] {
  if (!isList(value)) return [];
  return value.flatMap((entry) => {
    if (!isMap(entry)) return [];
    const { id, points } = entry;
    const isId = typeof id === 'string' && id !== '';
    return isId ? [{ id, points: typeof points === 'number' ? points : null }] : [];
  });
}

/** One of a sprint's lists; none where it is missing. */
export function recordsOf({ document }: Pick<Item, 'document'>, key: FieldOf<'records'>) {
  return readRecords(document.field(key));
}

export interface RecordFault {
  /** The list it stands in. */
  readonly key: RecordKey;
  readonly id: string;
  readonly message: string;
}

type Placed = readonly { readonly key: RecordKey; readonly entry: CountedItem }[];

const entries: readonly RecordKey[] = ['committed', 'added'];
const exits: readonly RecordKey[] = ['removed', 'done', 'carried'];

/**
 * Where a sprint's lists contradict each other: an item counts once as committed or added, and in a
 * closed sprint once as done, carried or removed, with the same points. What came and went is both
 * added and removed.
 */
export function findRecordFaults(fields: Fields, isClosed: boolean): readonly RecordFault[] {
  const isWhole = isClosed && ['committed', 'done', 'carried'].every((key) => isList(fields[key]));
  return [...placeById(fields).values()].flatMap((placed) => {
    const fault =
      findTwice(placed, entries) ?? findTwice(placed, exits) ?? (isWhole ? findGap(placed) : null);
    return fault === null ? [] : [fault];
  });
}

function placeById(fields: Fields): ReadonlyMap<string, Placed> {
  const byId = new Map<string, Placed>();
  for (const key of recordKeys) {
    for (const entry of readRecords(fields[key])) {
      const id = entry.id.toUpperCase();
      byId.set(id, [...(byId.get(id) ?? []), { key, entry }]);
    }
  }
  return byId;
}

function findTwice(placed: Placed, keys: readonly RecordKey[]): RecordFault | null {
  const [first, second] = placed.filter(({ key }) => keys.includes(key));
  if (!first || !second) return null;
  const { id } = first.entry;
  const message =
    first.key === second.key
      ? `${id} appears twice in ${first.key}`
      : `${id} appears in both ${first.key} and ${second.key}`;
  return { key: second.key, id, message };
}

function findGap(placed: Placed): RecordFault | null {
  const came = placed.find(({ key }) => entries.includes(key));
  const went = placed.find(({ key }) => exits.includes(key));
  if (came && went) return came.entry.points === went.entry.points ? null : tellPoints(came, went);
  const [only] = placed;
  if (only === undefined) return null;
  const {
    key,
    entry: { id },
  } = only;
  const missing = went ? 'committed or added' : 'done, carried or removed';
  return { key, id, message: `${id} is in ${key}, but not in ${missing}` };
}

function tellPoints(came: Placed[number], went: Placed[number]): RecordFault {
  const { id } = came.entry;
  const say = ({ key, entry }: Placed[number]) => `${entry.points ?? 'no'} points in ${key}`;
  return { key: went.key, id, message: `${id} has ${say(came)}, but ${say(went)}` };
}
