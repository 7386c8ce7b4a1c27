import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet, FileChange } from '../../backlog/change-set.js';
import { findNewCycle } from '../../backlog/graph.js';
import { categoryOf } from '../../backlog/workflow.js';
import { bodyOf } from '../../item/document.js';
import type { FieldEdit } from '../../item/edit/edit.js';
import { type Item, readText } from '../../item/item.js';
import type { Fields } from '../../item/value.js';
import type { Clock } from '../../text/clock.js';
import type { Day } from '../../text/date.js';
import { type Result, success, usage } from '../../text/problem.js';
import { bringBackOpened } from './archive-items.js';
import { evaluateText } from './assignment.js';
import { changeEach, changeItem } from './change-item.js';
import { addNote, stampStatus, verbs } from './change-status.js';
import { evaluateAssignments } from './evaluate-assignments.js';
import { changeSprint } from './place.js';

/**
 * Sets fields of items from `key=value` words; refuses circles of `depends` and `parent`. A new
 * status stamps what its verb would.
 *
 * @param reason why, where what is set is unusual; kept in the item
 */
export function setFields(
  backlog: Backlog,
  items: readonly Item[],
  words: readonly string[],
  { today }: Pick<Clock, 'today'>,
  reason: string | null = null,
): Result<ChangeSet> {
  const why = reason === null ? null : evaluateText('the reason', reason);
  if (why?.ok === false) return why;
  const note = reason === null ? null : `Set ${words.join(' ')} on ${today}: ${reason}`;
  const changes = changeEach(items, (item) => setOn(backlog, item, words, today, note));
  if (!changes.ok) return changes;
  const cycle = findNewCycle(backlog, changes.value);
  if (cycle !== null) return usage(cycle);
  return success(bringBackOpened(backlog.settings, changes.value));
}

function setOn(
  backlog: Backlog,
  item: Item,
  words: readonly string[],
  today: string,
  note: string | null,
): Result<FileChange> {
  const target = { id: item.id, type: item.type, fields: item.document.fields };
  const evaluated = evaluateAssignments(backlog, target, words);
  if (!evaluated.ok) return evaluated;
  const given = evaluated.value.edits.flatMap((edit) => {
    if (edit.path[0] !== 'sprint') return [edit];
    const sprint = typeof edit.value === 'string' ? edit.value : null;
    return changeSprint(backlog, item, sprint, today, 'set');
  });
  const keys = new Set(given.map(({ path }) => path[0]));
  const stamps = stampsOf(backlog, item, evaluated.value.fields, today);
  if (!stamps.ok) return stamps;
  const edits = [...given, ...stamps.value.filter(({ path }) => !keys.has(path[0]))];
  const body = bodyOf(item.document);
  return changeItem(backlog.settings, item, edits, note === null ? body : addNote(body, note));
}

/** What comes with a status that means something else than the one before. */
function stampsOf(
  backlog: Backlog,
  item: Item,
  fields: Fields,
  today: Day,
): Result<readonly FieldEdit[]> {
  const { settings } = backlog;
  const status = readText(fields['status']);
  if (status === item.status) return success([]);
  if (item.type === 'sprint') {
    const message = `${item.id} is a sprint: use storymark sprint start or sprint close`;
    return usage(message);
  }
  const after = categoryOf(settings, { type: readText(fields['type']) ?? item.type, status });
  if (after === categoryOf(settings, item)) return success([]);
  return success(stampStatus(backlog, item, verbs[after], today));
}
