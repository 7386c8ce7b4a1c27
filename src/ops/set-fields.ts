import type { Backlog } from '../backlog/backlog.js';
import type { ChangeSet, FileChange } from '../backlog/change-set.js';
import type { Item } from '../item/item.js';
import { failure, type Result, success } from '../text/problem.js';
import { bringBackOpened } from './archive-items.js';
import { changeEach, changeItem } from './change-item.js';
import type { Clock } from './clock.js';
import { evaluateAssignments } from './evaluate-assignments.js';
import { findNewCycle } from './find-new-cycle.js';
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
  return success(bringBackOpened(backlog.settings, changes.value));
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
