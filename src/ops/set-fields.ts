import type { Backlog } from '../backlog/backlog.js';
import type { ChangeSet, FileChange } from '../backlog/change-set.js';
import {
  dependsEdges,
  describeCycle,
  type Edges,
  findCycleOver,
  parentEdges,
} from '../backlog/graph.js';
import { readDocument } from '../item/document.js';
import { type Item, toItem } from '../item/item.js';
import { failure, type Result } from '../text/problem.js';
import { changeEach, changeItem } from './change-item.js';
import type { Clock } from './clock.js';
import { evaluateAssignments } from './evaluate-assignments.js';
import { changeSprint } from './sprint-membership.js';

/** Sets fields of items from `key=value` words; refuses circles of `depends` and `parent`. */
export function setFields(
  backlog: Backlog,
  items: readonly Item[],
  words: readonly string[],
  { today }: Pick<Clock, 'today'>,
): Result<ChangeSet> {
  const changes = changeEach(items, (item) => setOn(backlog, item, words, today));
  if (!changes.ok) return changes;
  const cycle = findNewCycle(backlog, changes.value);
  if (cycle !== null) return failure({ kind: 'usage', message: cycle });
  return changes;
}

function setOn(
  backlog: Backlog,
  item: Item,
  words: readonly string[],
  today: string,
): Result<FileChange> {
  const target = { id: item.id, type: item.type, fields: item.document.fields };
  const evaluated = evaluateAssignments(backlog, target, words);
  if (!evaluated.ok) return evaluated;
  const edits = evaluated.value.edits.flatMap((edit) => {
    if (edit.path[0] !== 'sprint') return [edit];
    const sprint = typeof edit.value === 'string' ? edit.value : null;
    return changeSprint(item, sprint, today, 'set');
  });
  return changeItem(backlog.settings, item, edits);
}

/**
 * The circle that the changes would close, as a message. One that is there already is not what
 * they do: it must not stand in the way of them, least of all of what mends it.
 */
function findNewCycle(backlog: Backlog, changes: readonly FileChange[]): string | null {
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
