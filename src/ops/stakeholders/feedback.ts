import { type Backlog, getItem, itemsOfType } from '../../backlog/backlog.js';
import type { FileChange } from '../../backlog/change-set.js';
import { categoryOf, firstStatus } from '../../backlog/workflow.js';
import { shownBodyOf } from '../../item/document.js';
import type { FieldEdit } from '../../item/edit/edit.js';
import { sameId } from '../../item/id.js';
import { type Item, readList, readText, textOf } from '../../item/item.js';
import type { Category } from '../../item/kind.js';
import { listLines, listSections } from '../../item/sections.js';
import { withArticle } from '../../text/article.js';
import { type Result, success, usage } from '../../text/problem.js';
import { evaluateText } from '../items/assignment.js';
import { changeItem, setField } from '../items/change-item.js';

/** Feedback nobody has decided about yet, oldest first. */
export function listInbox(backlog: Backlog): readonly Item[] {
  const dayOf = (said: Item) => textOf(said, 'date') ?? said.created ?? '9999';
  return itemsOfType(backlog, 'feedback')
    .filter((one) => categoryOf(backlog.settings, one) === 'todo')
    .toSorted((a, b) => (dayOf(a) === dayOf(b) ? 0 : dayOf(a) < dayOf(b) ? -1 : 1));
}

export function requireFeedback(item: Item): Result<Item> {
  if (item.type === 'feedback') return success(item);
  return usage(`${item.id} is ${withArticle(item.type)}, not feedback`);
}

/** What was said, word for word: the quotes of its page, else its text, else its title. */
export function quoteOf(feedback: Item): string {
  const body = shownBodyOf(feedback.document);
  const end = listSections(body)[0]?.span[0] ?? body.length;
  const lines = listLines(body).filter(({ start }) => start < end);
  const quoted = lines.filter(({ text }) => /^\s*>/.test(text));
  const said = (quoted.length > 0 ? quoted : lines)
    .map(({ text }) => text.replace(/^\s*>\s?/, '').trim())
    .join('\n')
    .trim();
  return said === '' ? feedback.title : said;
}

/** Who said it: the stakeholder's title, or whoever is named; null when nobody is. */
export function speakerOf(backlog: Backlog, feedback: Item): string | null {
  const from = textOf(feedback, 'from');
  return from === null ? null : (getItem(backlog, from)?.title ?? from);
}

/** Adds items to feedback, or takes them off it: what is linked is no longer new. */
export function linkFeedback(
  backlog: Backlog,
  feedback: Item,
  ids: readonly string[],
  remove = false,
): Result<FileChange> {
  const present = feedback.document.field('items');
  const into = feedback.document.field('into');
  const now = readList(present);
  const others = now.filter((id) => !ids.some((one) => sameId(one, id)));
  const next = remove
    ? others
    : [...now, ...ids.filter((id) => !now.some((one) => sameId(one, id)))];
  const category = categoryOf(backlog.settings, feedback);
  const isLinked = next.length > 0 || readText(into) !== null;
  // What was answered or declined stays so: another item does not unsay it.
  const moves = isLinked ? category === 'todo' : category === 'doing';
  return changeItem(backlog.settings, feedback, [
    setField('items', next.length === 0 ? undefined : next),
    ...(moves ? setStatus(backlog, isLinked ? 'doing' : 'todo') : []),
  ]);
}

/** Lets another feedback stand for this one. */
export function mergeFeedback(backlog: Backlog, feedback: Item, into: Item): Result<FileChange> {
  if (listMerged(backlog, into).includes(feedback)) {
    const why = feedback === into ? 'into itself' : `into ${into.id}, which was merged into it`;
    return usage(`${feedback.id} cannot be merged ${why}`);
  }
  return changeItem(backlog.settings, feedback, [
    ...setStatus(backlog, 'doing'),
    setField('into', into.id),
  ]);
}

/** A feedback, the one that stands for it, and so on. */
function listMerged(backlog: Backlog, feedback: Item): readonly Item[] {
  const found = new Set([feedback]);
  // A set is walked while it grows, and each is taken once.
  for (const { document } of found) {
    const into = readText(document.field('into'));
    const next = into === null ? undefined : getItem(backlog, into);
    if (next) found.add(next);
  }
  return [...found];
}

/** Says no, and why. */
export function declineFeedback(
  backlog: Backlog,
  feedback: Item,
  reason: string,
): Result<FileChange> {
  const read = evaluateText('the reason', reason);
  if (!read.ok) return read;
  return changeItem(backlog.settings, feedback, [
    ...setStatus(backlog, 'dropped'),
    setField('reason', read.value),
  ]);
}

export function setStatus({ settings }: Backlog, category: Category): readonly FieldEdit[] {
  const status = firstStatus(settings, 'feedback', category);
  return status === undefined ? [] : [setField('status', status)];
}
