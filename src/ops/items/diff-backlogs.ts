import type { Backlog } from '../../backlog/backlog.js';
import type { Settings } from '../../backlog/settings.js';
import { categoryOf, isOpen } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import type { Category } from '../../item/kind.js';
import { describeDocumentChanges } from './document-changes.js';

interface Named {
  readonly id: string;
  readonly title: string;
}

export interface DiffItem extends Named {
  readonly type: string;
  readonly status: string | null;
  readonly points: number | null;
}

export interface ChangedItem<T> extends Named {
  readonly from: T;
  readonly to: T;
}

/** What happened to the backlog between two moments, each list in backlog order. */
export interface BacklogDiff {
  readonly added: readonly DiffItem[];
  readonly started: readonly DiffItem[];
  readonly done: readonly DiffItem[];
  readonly dropped: readonly DiffItem[];
  /** Closed then, open now. */
  readonly reopened: readonly DiffItem[];
  /** Their files are gone. */
  readonly deleted: readonly DiffItem[];
  readonly estimated: readonly ChangedItem<number | null>[];
  /** Among the items that are open then and now; `places` up, negative down. */
  readonly moved: readonly (Named & { readonly places: number; readonly place: number })[];
  readonly retitled: readonly ChangedItem<string>[];
  readonly sprints: readonly ChangedItem<string | null>[];
  /** What else changed of items that were there before: fields, criteria, text. */
  readonly changed: readonly (Named & { readonly changes: readonly string[] })[];
}

interface Pair {
  readonly old: Item;
  readonly item: Item;
}

/** Compares work items by their ids, wherever their files are. */
export function diffBacklogs(before: Backlog, after: Backlog): BacklogDiff {
  const old = new Map(before.work.map((item) => [item.id.toUpperCase(), item]));
  const now = new Set(after.work.map(({ id }) => id.toUpperCase()));
  const pairs = after.work.flatMap((item): readonly Pair[] => {
    const one = old.get(item.id.toUpperCase());
    return one ? [{ old: one, item }] : [];
  });
  const became = (category: Category) =>
    after.work.filter((item) => {
      const was = old.get(item.id.toUpperCase());
      const isNow = categoryOf(after.settings, item) === category;
      return isNow && (!was || categoryOf(before.settings, was) !== category);
    });
  const isNew = ({ id }: Item) => !old.has(id.toUpperCase());
  const reopened = pairs.filter(
    ({ old: was, item }) => !isOpen(before.settings, was) && isOpen(after.settings, item),
  );
  return {
    added: after.work.filter(isNew).map(describe),
    started: became('doing').map(describe),
    done: became('done').map(describe),
    dropped: became('dropped').map(describe),
    reopened: reopened.map(({ item }) => describe(item)),
    deleted: before.work.filter(({ id }) => !now.has(id.toUpperCase())).map(describe),
    estimated: compare(pairs, ({ points }) => points),
    moved: listMoved(before, after, pairs),
    retitled: compare(pairs, ({ title }) => title),
    sprints: compare(pairs, ({ sprint }) => sprint),
    changed: pairs.flatMap((pair) => listOtherChanges(before.settings, after.settings, pair)),
  };
}

function describe({ id, title, type, status, points }: Item): DiffItem {
  return { id, title, type, status, points };
}

function compare<T>(pairs: readonly Pair[], read: (item: Item) => T): readonly ChangedItem<T>[] {
  return pairs
    .map(({ old, item }) => ({ id: item.id, title: item.title, from: read(old), to: read(item) }))
    .filter(({ from, to }) => from !== to);
}

/** Closed items have no place any more: what was done does not make the others move up. */
function listMoved(before: Backlog, after: Backlog, pairs: readonly Pair[]): BacklogDiff['moved'] {
  const open = after.work.filter((item) => isOpen(after.settings, item)).map(({ id }) => id);
  const was = new Map(pairs.map(({ old, item }) => [old, item.id]));
  const order = before.work
    .filter((item) => isOpen(before.settings, item))
    .map((item) => was.get(item) ?? item.id);
  const titles = new Map(after.work.map(({ id, title }) => [id, title]));
  return findMoved(order, open).map(({ id, places }) => {
    return { id, title: titles.get(id) ?? '', places, place: open.indexOf(id) + 1 };
  });
}

/** Fields that a list of its own tells of. */
const told: ReadonlySet<string> = new Set(['points', 'rank', 'title', 'sprint', 'started', 'done']);

function listOtherChanges(
  before: Settings,
  after: Settings,
  { old, item }: Pair,
): BacklogDiff['changed'] {
  const [was, is] = [categoryOf(before, old), categoryOf(after, item)];
  // From draft to ready, say, or back from doing to ready: no list of its own tells of that.
  const isStatusTold = was !== is && !(was === 'doing' && is === 'todo');
  const changes = describeDocumentChanges(old.document, item.document)
    .filter(({ field }) => !told.has(field) && !(field === 'status' && isStatusTold))
    .map(({ text }) => text);
  return changes.length === 0 ? [] : [{ id: item.id, title: item.title, changes }];
}

/** An item that was put elsewhere among those that were there before and after. */
interface MovedItem {
  readonly id: string;
  /** How many places up; negative for down. */
  readonly places: number;
}

/**
 * Which items were moved from one order to another: the fewest that explain it, since the longest
 * run that kept its order (a longest increasing subsequence, by patience sorting) did not move.
 *
 * @param before ids in order; those that are not in `after` do not count, and the other way round
 */
export function findMoved(
  before: readonly string[],
  after: readonly string[],
): readonly MovedItem[] {
  const remaining = new Set(after);
  const old = before.filter((id) => remaining.has(id));
  const was = new Map(old.map((id, index) => [id, index]));
  const now = after.filter((id) => was.has(id));
  const places = now.map((id) => was.get(id) ?? 0);
  const kept = longestIncreasing(places);
  return now.flatMap((id, index): readonly MovedItem[] => {
    const up = (places[index] ?? 0) - index;
    return kept.has(index) || up === 0 ? [] : [{ id, places: up }];
  });
}

/** Indexes of a longest increasing subsequence of distinct numbers. */
function longestIncreasing(numbers: readonly number[]): ReadonlySet<number> {
  /** `ends[n]`: the index of the smallest number that ends a run of n + 1. */
  const ends: number[] = [];
  const previous: number[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at !== -1; at = previous[at] ?? -1) kept.add(at);
  return kept;
}
