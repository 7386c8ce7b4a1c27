import type { Backlog } from '../backlog/backlog.js';
import type { ChangeSet, FileChange } from '../backlog/change-set.js';
import { dependsEdges, describeCycle, findCycle, parentEdges } from '../backlog/graph.js';
import { readDocument } from '../item/document.js';
import type { FieldEdit } from '../item/edit.js';
import { type Item, toItem } from '../item/item.js';
import { failure, type Result } from '../text/problem.js';
import { type Assignment, evaluateAssignment, parseAssignments } from './assignment.js';
import { changeEach, changeItem } from './change-item.js';
import type { Clock } from './clock.js';
import { changeSprint } from './sprint-membership.js';

/** Sets fields of items from `key=value` words; refuses circles of `depends` and `parent`. */
export function setFields(
  backlog: Backlog,
  items: readonly Item[],
  words: readonly string[],
  { today }: Pick<Clock, 'today'>,
): Result<ChangeSet> {
  const assignments = parseAssignments(words);
  if (!assignments.ok) return assignments;
  const changes = changeEach(items, (item) => setOn(backlog, item, assignments.value, today));
  if (!changes.ok) return changes;
  const cycle = findNewCycle(backlog, changes.value);
  if (cycle !== null) return failure({ kind: 'usage', message: cycle });
  return changes;
}

function setOn(
  backlog: Backlog,
  item: Item,
  assignments: readonly Assignment[],
  today: string,
): Result<FileChange> {
  const edits: FieldEdit[] = [];
  const target = { id: item.id, type: item.type, fields: item.document.fields };
  for (const assignment of assignments) {
    const value = evaluateAssignment(backlog, target, assignment);
    if (!value.ok) return value;
    if (assignment.path[0] === 'sprint') {
      const sprint = typeof value.value === 'string' ? value.value : null;
      edits.push(...changeSprint(item, sprint, today, 'set'));
    } else {
      edits.push({ path: assignment.path, value: value.value });
    }
  }
  return changeItem(backlog.settings, item, edits);
}

/** The circle that the changes would close, as a message. */
export function findNewCycle(backlog: Backlog, changes: readonly FileChange[]): string | null {
  const changed = new Map(changes.map((change) => [change.path, change]));
  const after = backlog.work.map((item) => readAfter(item, changed.get(item.document.path)));
  const depends = findCycle(dependsEdges(after));
  if (depends) return `depends would run in a circle: ${describeCycle(depends)}`;
  const parents = findCycle(parentEdges(after));
  return parents ? `parent would run in a circle: ${describeCycle(parents)}` : null;
}

function readAfter(item: Item, change: FileChange | undefined): Item {
  if (change?.after == null) return item;
  const document = readDocument(change.path, change.after);
  return document.ok ? toItem(document.value) : item;
}
