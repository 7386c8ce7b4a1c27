import type { Backlog } from '../../backlog/backlog.js';
import type { FileChange } from '../../backlog/change-set.js';
import { categoryOf, firstStatus, isOpen, isWorkItem } from '../../backlog/workflow.js';
import { readCriteria, tickCriterion } from '../../item/criteria.js';
import { bodyOf } from '../../item/document.js';
import type { FieldEdit } from '../../item/edit/edit.js';
import type { Item } from '../../item/item.js';
import type { Category } from '../../item/kind.js';
import { plural } from '../../text/amount.js';
import type { Day } from '../../text/date.js';
import { failure, type Result, usage } from '../../text/problem.js';
import { evaluateText } from './assignment.js';
import { changeItem, setField } from './change-item.js';
import { changeSprint, isInClosedSprint } from './place.js';

export type StatusVerb = 'start' | 'done' | 'drop' | 'reopen';

export interface StatusChange {
  readonly verb: StatusVerb;
  readonly on: Day;
  /** Why, where the rules would refuse it, or for the record. Kept in the item's body. */
  readonly reason: string | null;
  /** Ticks every acceptance criterion: they were all seen. */
  readonly tick: boolean;
}

const categories: Readonly<Record<StatusVerb, Category>> = {
  start: 'doing',
  done: 'done',
  drop: 'dropped',
  reopen: 'todo',
};

/** Moves one item on in its workflow and stamps the day; an item already there is left alone. */
export function changeStatus(
  backlog: Backlog,
  item: Item,
  change: StatusChange,
): Result<FileChange> {
  if (item.type === 'sprint') {
    return usage(`${item.id} is a sprint: use storymark sprint start or sprint close`);
  }
  const { path, text } = item.document;
  if (isAlready(backlog, item, change.verb)) {
    return { ok: true, value: { path, before: text, after: text } };
  }
  if (change.reason !== null) {
    const reason = evaluateText('the reason', change.reason);
    if (!reason.ok) return reason;
  }
  const status = targetStatus(backlog, item, change.verb);
  if (status === undefined) {
    const category = categories[change.verb];
    return usage(`${item.id}: a ${item.type} has no status of category ${category}`);
  }
  const open = openCriteria(item);
  const isRefused = change.verb === 'done' && open.length > 0 && !change.tick;
  if (isRefused && change.reason === null) {
    return failure({ kind: 'negative', message: describeOpenCriteria(item, open) });
  }
  const edits = [setField('status', status), ...stampStatus(backlog, item, change.verb, change.on)];
  return changeItem(backlog.settings, item, edits, rewriteBody(item, change, open.length));
}

/** Whether an item stands where the verb would bring it: only what is closed can be reopened. */
export function isAlready({ settings }: Backlog, item: Item, verb: StatusVerb): boolean {
  return verb === 'reopen'
    ? isOpen(settings, item)
    : categoryOf(settings, item) === categories[verb];
}

/** Work that was done had been ready once; what was dropped may never have been. */
function targetStatus(backlog: Backlog, item: Item, verb: StatusVerb): string | undefined {
  const { settings } = backlog;
  const [ready] = settings.ready;
  const wasDone = categoryOf(settings, item) === 'done';
  if (verb === 'reopen' && wasDone && ready !== undefined) return ready;
  return firstStatus(settings, item.type, categories[verb]);
}

/** The verb for a status of a category, whatever the team calls it. */
export const verbs: Readonly<Record<Category, StatusVerb>> = {
  todo: 'reopen',
  doing: 'start',
  done: 'done',
  dropped: 'drop',
};

/** What a change of status writes next to it: days, and the sprint of what leaves it. */
export function stampStatus(
  backlog: Backlog,
  item: Item,
  verb: StatusVerb,
  on: Day,
): readonly FieldEdit[] {
  if (!isWorkItem(backlog.settings, item)) return [];
  const undone = item.done === null ? [] : [setField('done', undefined)];
  switch (verb) {
    case 'start':
      return [
        ...(item.started === null ? [setField('started', on)] : []),
        ...undone,
        ...leaveClosed(backlog, item, on),
      ];
    case 'done':
      return [setField('done', on)];
    case 'drop':
      return [...undone, ...changeSprint(backlog, item, null, on, 'dropped')];
    case 'reopen':
      return [...undone, ...leaveClosed(backlog, item, on)];
    default:
      return verb satisfies never;
  }
}

/** What is open again is in no sprint that is over. */
function leaveClosed(backlog: Backlog, item: Item, on: Day): readonly FieldEdit[] {
  return isInClosedSprint(backlog, item) ? changeSprint(backlog, item, null, on, 'reopened') : [];
}

/** The acceptance criteria not ticked yet. */
export function openCriteria(item: Item): readonly string[] {
  return readCriteria(bodyOf(item.document))
    .items.filter(({ done }) => !done)
    .map(({ text }) => text);
}

function describeOpenCriteria(item: Item, open: readonly string[]): string {
  const list = open.map((text) => `\n  - [ ] ${text}`).join('');
  const count = `${open.length} ${plural(open.length, 'criterion is', 'criteria are')}`;
  return (
    `${item.id}: ${count} not ticked:${list}\n` +
    'Tick them in the file, tick all with --tick, or override with --force "why".'
  );
}

function rewriteBody(item: Item, change: StatusChange, openCount: number): string {
  let body = bodyOf(item.document);
  if (change.verb === 'done' && change.tick) {
    readCriteria(body).items.forEach((_, index) => {
      body = tickCriterion(body, index, true);
    });
  }
  if (change.reason === null) return body;
  const names = { start: 'Started', done: 'Done', drop: 'Dropped', reopen: 'Reopened' } as const;
  const open = change.verb === 'done' && !change.tick && openCount > 0;
  const despite = open ? ` with ${openCount} criteria open` : '';
  return addNote(body, `${names[change.verb]} on ${change.on}${despite}: ${change.reason}`);
}

/** Why something was done stands at the end of the item. */
export function addNote(body: string, note: string): string {
  const end = body.includes('\r\n') ? '\r\n' : '\n';
  const text = body.replace(/\s*$/, '');
  return `${text}${text === '' ? '' : end + end}> ${note}${end}`;
}
