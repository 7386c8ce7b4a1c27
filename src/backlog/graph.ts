import type { Item } from '../item/item.js';
import { type Backlog, getItem } from './backlog.js';
import { categoryOf } from './workflow.js';

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
  return backlog.work.filter((other) => other.depends.some((id) => sameId(id, item.id)));
}

export function childrenOf(backlog: Backlog, item: Item): readonly Item[] {
  return backlog.work.filter((other) => other.parent !== null && sameId(other.parent, item.id));
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
  return new Map(items.map((item) => [item.id, item.depends]));
}

export function parentEdges(items: readonly Item[]): Edges {
  return new Map(items.map((item) => [item.id, item.parent === null ? [] : [item.parent]]));
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

/** `A → B → A`: a cycle as one line. */
export function describeCycle(ids: readonly string[]): string {
  return [...ids, ids[0]].join(' → ');
}

export function sameId(a: string, b: string): boolean {
  return a.toUpperCase() === b.toUpperCase();
}
