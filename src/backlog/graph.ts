import { readDocument } from '../item/document.js';
import { type Item, toItem } from '../item/item.js';
import { isEqualValue } from '../item/value.js';
import { type Backlog, getItem } from './backlog.js';
import type { FileChange } from './change-set.js';
import { categoryOf, isWorkItem } from './workflow.js';

/** For each id, the ids it points to. */
export type Edges = ReadonlyMap<string, readonly string[]>;

/** What an item waits for: its `depends` that are not done. Unknown ids are not counted. */
export function openBlockers(backlog: Backlog, item: Item): readonly Item[] {
  return item.depends
    .map((id) => getItem(backlog, id))
    .filter((blocker) => blocker !== undefined)
    .filter((blocker) => categoryOf(backlog.settings, blocker) !== 'done');
}

/** What waits for an item directly. */
export function dependentsOf(backlog: Backlog, item: Item): readonly Item[] {
  return backlog
    .naming(['depends'], item.id)
    .filter((other) => isWorkItem(backlog.settings, other));
}

export function childrenOf(backlog: Backlog, item: Item): readonly Item[] {
  return backlog.naming(['parent'], item.id).filter((other) => isWorkItem(backlog.settings, other));
}

/** Parent, grandparent, … nearest first; stops at an unknown one or where they run in a circle. */
export function ancestorsOf(backlog: Backlog, item: Item): readonly Item[] {
  const found: Item[] = [];
  let parent = item.parent === null ? undefined : getItem(backlog, item.parent);
  while (parent && parent !== item && !found.includes(parent)) {
    found.push(parent);
    parent = parent.parent === null ? undefined : getItem(backlog, parent.parent);
  }
  return found;
}

export function dependsEdges(items: readonly Item[]): Edges {
  return edgesOf(items, (item) => item.depends);
}

export function parentEdges(items: readonly Item[]): Edges {
  return edgesOf(items, (item) => (item.parent === null ? [] : [item.parent]));
}

/** References may differ from the id in case: edges spell both as the id. */
function edgesOf(items: readonly Item[], read: (item: Item) => readonly string[]): Edges {
  const spelled = new Map(items.map(({ id }) => [id.toUpperCase(), id]));
  const spell = (id: string) => spelled.get(id.toUpperCase()) ?? id;
  return new Map(items.map((item) => [item.id, read(item).map(spell)]));
}

/**
 * One cycle as the ids on it, from its first back to the one before it, or null. Iterative:
 * a chain of 100,000 items must not overflow the stack.
 */
export function findCycle(edges: Edges): readonly string[] | null {
  const finished = new Set<string>();
  for (const start of edges.keys()) {
    if (finished.has(start)) continue;
    const path: { id: string; next: number }[] = [{ id: start, next: 0 }];
    const onPath = new Set([start]);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const target = edges.get(top.id)?.[top.next];
      top.next += 1;
      if (target === undefined) {
        finished.add(top.id);
        onPath.delete(top.id);
        path.pop();
      } else if (onPath.has(target)) {
        return path.map((step) => step.id).slice(path.findIndex((step) => step.id === target));
      } else if (edges.has(target) && !finished.has(target)) {
        path.push({ id: target, next: 0 });
        onPath.add(target);
      }
    }
  }
  return null;
}

/** The shortest cycle that the edge between two ids is part of, from its first end, or null. */
export function findCycleOver(edges: Edges, from: string, to: string): readonly string[] | null {
  if (from === to) return [from];
  const cameFrom = new Map<string, string>([[to, from]]);
  // A map is walked in the order of insertion, what is added meanwhile included.
  for (const id of cameFrom.keys()) {
    for (const target of edges.get(id) ?? []) {
      if (target === from) return walkBack(cameFrom, id, from);
      if (!cameFrom.has(target)) cameFrom.set(target, id);
    }
  }
  return null;
}

function walkBack(cameFrom: ReadonlyMap<string, string>, last: string, first: string) {
  const path = [last];
  for (let id = cameFrom.get(last); id !== undefined && id !== first; id = cameFrom.get(id)) {
    path.unshift(id);
  }
  return [first, ...path];
}

/** `A → B → A`: a cycle as one line. */
export function describeCycle(ids: readonly string[]): string {
  return [...ids, ids[0]].join(' → ');
}

/**
 * The circle that the changes would close, as a message. One that is there already is not what
 * they do: it must not stand in the way of them, least of all of what mends it.
 */
export function findNewCycle(backlog: Backlog, changes: readonly FileChange[]): string | null {
  // Most changes are not about links: then nobody else's need to be read.
  if (changes.every(keepsLinks)) return null;
  const changed = new Map(changes.map((change) => [change.path, change]));
  const after = backlog.work.map((item) => readAfter(item, changed.get(item.document.path)));
  for (const [name, edgesOf] of [
    ['depends', dependsEdges],
    ['parent', parentEdges],
  ] as const) {
    const cycle = findAddedCycle(edgesOf(backlog.work), edgesOf(after));
    if (cycle) return `${name} would create a cycle: ${describeCycle(cycle)}`;
  }
  return null;
}

function keepsLinks({ path, before, after }: FileChange): boolean {
  if (before === null || after === null) return false;
  const [was, is] = [readDocument(path, before), readDocument(path, after)];
  if (!was.ok || !is.ok) return false;
  return linkKeys.every((key) => isEqualValue(was.value.field(key), is.value.field(key)));
}

const linkKeys = ['id', 'parent', 'depends'];

function findAddedCycle(before: Edges, after: Edges): readonly string[] | null {
  for (const [id, targets] of after) {
    for (const target of targets.filter((one) => !before.get(id)?.includes(one))) {
      const cycle = findCycleOver(after, id, target);
      if (cycle) return cycle;
    }
  }
  return null;
}

function readAfter(item: Item, change: FileChange | undefined): Item {
  if (change?.after == null) return item;
  const document = readDocument(change.path, change.after);
  return document.ok ? toItem(document.value) : item;
}
