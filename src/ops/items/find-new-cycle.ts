import type { Backlog } from '../../backlog/backlog.js';
import type { FileChange } from '../../backlog/change-set.js';
import {
  dependsEdges,
  describeCycle,
  type Edges,
  findCycleOver,
  parentEdges,
} from '../../backlog/graph.js';
import { readDocument } from '../../item/document.js';
import { type Item, toItem } from '../../item/item.js';
import { isEqualValue } from '../../item/value.js';

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
    if (cycle) return `${name} would run in a circle: ${describeCycle(cycle)}`;
  }
  return null;
}

function keepsLinks({ path, before, after }: FileChange): boolean {
  if (before === null || after === null) return false;
  const [was, is] = [readDocument(path, before), readDocument(path, after)];
  if (!was.ok || !is.ok) return false;
  return linkKeys.every((key) => isEqualValue(was.value.fields[key], is.value.fields[key]));
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
